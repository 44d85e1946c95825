import { expect, test } from "vitest";
import { fateOf, sweep } from "../../../src/sources/github/sweep.ts";
import { settings } from "./settings-builder.ts";
import { listOf, stubClient } from "./stub-client.ts";
import { failure } from "./test-client.ts";

const swept = (number: number) => ({
  id: `I_${number}`,
  number,
  updatedAt: `2026-01-0${number}T12:00:00Z`,
  timelineItems: { updatedAt: "2026-01-01T12:00:00Z", filteredCount: 0 },
});

test("all issues are found, on however many pages", async () => {
  const { client, asked } = stubClient(
    { data: { repository: { issues: listOf([swept(1), swept(2)], "C2") } } },
    { data: { repository: { issues: listOf([swept(3)]) } } },
  );
  expect(await sweep(client, settings())).toEqual(
    new Map([
      ["#1", "2026-01-01T12:00:00Z"],
      ["#2", "2026-01-02T12:00:00Z"],
      ["#3", "2026-01-03T12:00:00Z"],
    ]),
  );
  expect(asked.map(({ variables }) => variables)).toMatchObject([
    { owner: "acme", name: "shop", pageSize: 100, cursor: null },
    { cursor: "C2" },
  ]);
});

test("a repository that is gone meanwhile is no repository without issues", async () => {
  const { client } = stubClient({ data: { repository: null } });
  expect((await failure(sweep(client, settings()))).message).toMatchInlineSnapshot(
    `"GitHub, Sweep › on the first page, the list is missing. Nothing of this page was used. The next run tries again."`,
  );
});

test.each([
  ["deleted", { status: 410 }],
  ["unreachable", { status: 404 }],
  ["transferred", { status: 200, repositoryUrl: "https://api.example/repos/acme/stock" }],
  // Of what is a discussion now there is no repository in the answer.
  ["unreachable", { status: 200 }],
] as const)("an issue is %s where the answer is %o", async (fate, answer) => {
  const { client, calls } = stubClient(answer);
  expect(await fateOf(client, settings(), "#12")).toBe(fate);
  expect(calls()).toEqual(["GET /repos/acme/shop/issues/12"]);
});

test("an issue that is there after all means that the list of all issues can't be trusted", async () => {
  const { client } = stubClient({ status: 200, repositoryUrl: "https://api.example/repos/Acme/Shop" });
  expect((await failure(fateOf(client, settings(), "#12"))).message).toMatchInlineSnapshot(
    `"GitHub, Sweep › #12 is missing from the list of all issues and is there when asked for. Nothing of this reading was used. The next run tries again."`,
  );
});
