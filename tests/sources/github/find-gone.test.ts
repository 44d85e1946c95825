import { expect, test } from "vitest";
import { findGone } from "../../../src/sources/github/find-gone.ts";
import { pendingPages } from "./pending-builder.ts";
import { settings } from "./settings-builder.ts";
import { type Answer, listOf, stubClient } from "./stub-client.ts";
import { failure } from "./test-client.ts";

const DAY = "2026-01-08T12:00:00Z";
const shows = (issues: Record<number, string>): Answer => ({
  data: {
    repository: {
      issues: listOf(Object.entries(issues).map(([number, updatedAt]) => ({ number, updatedAt }))),
    },
  },
});
const find = async (
  answers: readonly Answer[],
  given: Partial<Parameters<typeof findGone>[0]> & { known?: readonly string[] } = {},
) => {
  const { known = ["#1", "#2"], ...more } = given;
  const { client, calls } = stubClient(...answers);
  const { state } = pendingPages();
  const found = await findGone({
    client,
    source: settings(),
    present: new Set(known),
    state,
    total: known.length,
    read: DAY,
    due: false,
    ...more,
  });
  return { ...found, state, calls: calls() };
};

test("nothing is asked while there are as many issues as are known", async () => {
  expect((await find([])).calls).toEqual([]);
});

test("all are looked for when their number is another, or when it is time", async () => {
  const both = shows({ 1: DAY, 2: DAY });
  expect((await find([both], { total: 3 })).calls).toEqual(["Sweep"]);
  expect((await find([both], { due: true })).calls).toEqual(["Sweep"]);
});

test.each([
  ["issue-deleted", "was deleted", { status: 410 }],
  ["issue-unreachable", "is no longer reachable", { status: 404 }],
  [
    "issue-transferred",
    "was transferred to another repository",
    { status: 200, repositoryUrl: "https://api.example/repos/acme/stock" },
  ],
] as const)("one that is missing is gone and named: %s", async (id, text, answer) => {
  const { ids, problems } = await find([shows({ 1: DAY }), answer], { total: 1 });
  expect(ids).toEqual(["#2"]);
  expect(problems).toEqual([{ id, where: "#2", text }]);
});

test("no issue at all where some are known is no answer to act on", async () => {
  const error = await failure(find([shows({})], { total: 0 }));
  expect(error.message).toMatchInlineSnapshot(
    `"GitHub, Sweep › acme/shop shows no issue any more; 2 are known. Nothing was recorded. Check what the token may see."`,
  );
});

test("no issue in a repository that never had one is none", async () => {
  expect(await find([shows({})], { known: [], total: 0, due: true })).toMatchObject({ ids: [] });
});

test("an issue that no page gave is for the next run to read, unless it is newer than what was read", async () => {
  const late = "2026-01-08T11:00:00Z";
  const there = shows({ 1: DAY, 2: DAY, 3: late, 4: "2026-01-08T12:00:01Z" });
  expect([...(await find([there], { total: 4 })).state.unread]).toEqual([[3, late]]);
  expect((await find([there], { total: 4, read: null })).state.unread.size).toBe(0);
});
