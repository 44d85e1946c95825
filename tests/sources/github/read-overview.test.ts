import { describe, expect, test } from "vitest";
import {
  iterationSprints,
  milestoneSprint,
  readOverview,
} from "../../../src/sources/github/read-overview.ts";
import { boardShape, overviewOf } from "./overview-builder.ts";
import { settings } from "./settings-builder.ts";
import { type Answer, listOf, SERVER_TIME, stubClient, withheldAt } from "./stub-client.ts";
import { failure } from "./test-client.ts";

const PROJECT = settings({ project: { owner: "guild", number: 4 } });
const label = (number: number) => ({ id: `LA_${number}`, name: `label ${number}` });
const milestone = (number: number) => ({
  id: `MI_${number}`,
  number,
  title: `Sprint ${number}`,
  dueOn: "2026-01-16T23:30:00Z",
  state: "OPEN",
  createdAt: "2026-01-01T00:00:00Z",
  closedAt: null,
});

describe("the overview", () => {
  test("of a team without a board does not so much as mention one", async () => {
    const { client, asked } = stubClient({ data: overviewOf({}) });
    const { board, serverTime } = await readOverview(client, settings());
    expect([board, serverTime]).toEqual([null, SERVER_TIME]);
    expect(asked[0]!.variables).toEqual({ owner: "acme", name: "shop" });
    expect(asked[0]!.document).not.toMatch(/projectV2|login/);
  });

  test("of a team with a board asks for the board of whoever owns it", async () => {
    const { client, asked } = stubClient({ data: overviewOf({ board: boardShape() }) });
    expect((await readOverview(client, PROJECT)).board?.id).toBe("PVT_4");
    expect(asked[0]!.variables).toEqual({ owner: "acme", name: "shop", login: "guild", number: 4 });
  });

  test("goes on with labels and milestones that did not fit", async () => {
    const { client, asked, left } = stubClient(
      {
        data: overviewOf({
          repository: { labels: listOf([label(1)], "L1"), milestones: listOf([milestone(1)], "M1") },
        }),
        serverTime: 1_000,
      },
      { data: { repository: { labels: listOf([label(2)], "L2") } } },
      { data: { repository: { labels: listOf([label(3)]) } } },
      { data: { repository: { milestones: listOf([milestone(2)]) } } },
    );
    const { labels, milestones, serverTime } = await readOverview(client, settings());
    expect(labels.map(({ id }) => id)).toEqual(["LA_1", "LA_2", "LA_3"]);
    expect(milestones.map(({ id }) => id)).toEqual(["MI_1", "MI_2"]);
    expect(asked.map(({ call, variables }) => [call, variables.cursor])).toEqual([
      ["Overview", undefined],
      ["LabelsPage", "L1"],
      ["LabelsPage", "L2"],
      ["MilestonesPage", "M1"],
    ]);
    expect([serverTime, left()]).toEqual([1_000, 0]);
  });
});

describe("what the overview does not show is told with its remedy", () => {
  const said = async (answer: Answer, source = settings()): Promise<string> =>
    (await failure(readOverview(stubClient(answer).client, source))).message;

  test("a repository", async () => {
    expect(await said({ data: overviewOf({ repository: null }) })).toMatchInlineSnapshot(
      `"GitHub, Overview › acme/shop does not exist, or the token can't see it. Check \`repository\` in team.yaml, and give the token access to it with “Issues: read”."`,
    );
  });

  test("a repository, with what GitHub says", async () => {
    expect(
      await said({ data: overviewOf({ repository: null }), errors: [withheldAt("repository")] }),
    ).toMatchInlineSnapshot(
      `"GitHub, Overview › acme/shop does not exist, or the token can't see it. GitHub says “Could not resolve to a node” (NOT_FOUND) at repository. Check \`repository\` in team.yaml, and give the token access to it with “Issues: read”."`,
    );
  });

  test.each([
    ["whose owner is unknown", undefined],
    ["that its owner does not have", null],
  ])("a board %s", async (_, board) => {
    expect(await said({ data: overviewOf(board === null ? { board } : {}) }, PROJECT)).toBe(
      "GitHub, Overview › board 4 of guild does not exist, or the token can't see it. Check `project` in team.yaml, and give the token “Projects: read” of the organization (a classic token: read:project; a board of a person needs a classic token). The token that Actions provides can't read boards at all.",
    );
  });

  test("a board, with what GitHub says", async () => {
    expect(
      await said(
        { data: overviewOf({ board: null }), errors: [withheldAt("repositoryOwner", "projectV2")] },
        PROJECT,
      ),
    ).toMatchInlineSnapshot(
      `"GitHub, Overview › board 4 of guild does not exist, or the token can't see it. GitHub says “Could not resolve to a node” (NOT_FOUND) at repositoryOwner.projectV2. Check \`project\` in team.yaml, and give the token “Projects: read” of the organization (a classic token: read:project; a board of a person needs a classic token). The token that Actions provides can't read boards at all."`,
    );
  });

  test("a list that is missing", async () => {
    expect(await said({ data: overviewOf({ repository: { labels: null } }) })).toMatchInlineSnapshot(
      `"GitHub, Overview › the list of labels is missing. Nothing of this answer was used. The next run tries again."`,
    );
  });

  test("a list with a hole", async () => {
    const milestones = listOf([milestone(1), null]);
    expect(await said({ data: overviewOf({ repository: { milestones } }) })).toMatchInlineSnapshot(
      `"GitHub, Overview › the list of milestones has a hole. Nothing of this answer was used. The next run tries again."`,
    );
  });

  test("a server that does not describe itself", async () => {
    expect(await said({ data: { ...overviewOf({}), issue: null } })).toMatchInlineSnapshot(
      `"GitHub, Overview › the server does not describe its own types. Check that GITHUB_GRAPHQL_URL is the address of GitHub, and that nothing in between changes answers."`,
    );
  });

  test("a further page of a list", async () => {
    const { client } = stubClient(
      { data: overviewOf({ repository: { labels: listOf([label(1)], "L1") } }) },
      { data: { repository: null } },
    );
    expect((await failure(readOverview(client, settings()))).message).toMatchInlineSnapshot(
      `"GitHub, LabelsPage › on the page behind cursor L1, the list is missing. Nothing of this page was used. The next run tries again."`,
    );
  });
});

test("a milestone ends on the UTC day of its due date, and says of its beginning nothing", () => {
  expect(milestoneSprint(milestone(1))).toEqual({
    id: "MI_1",
    title: "Sprint 1",
    start: null,
    end: "2026-01-16",
  });
  expect(milestoneSprint({ ...milestone(1), dueOn: null }).end).toBeNull();
});

describe("iterations", () => {
  const iteration = (id: string, startDate: string) => ({ id, title: id, startDate, duration: 14 });
  const field = (name: string, iterations: string[], completed: string[] = []) => ({
    __typename: "ProjectV2IterationField",
    name,
    configuration: {
      duration: 14,
      startDay: 1,
      iterations: iterations.map((id) => iteration(id, "2026-01-19")),
      completedIterations: completed.map((id) => iteration(id, "2026-01-05")),
    },
  });
  const board = (...nodes: (ReturnType<typeof field> | null)[]) =>
    boardShape({ fields: { totalCount: nodes.length, nodes } });

  test("that are over come first, and each ends on its last day", () => {
    expect(iterationSprints(board(null, field("Sprint", ["b"], ["a"])))).toEqual([
      { id: "a", title: "a", start: "2026-01-05", end: "2026-01-18" },
      { id: "b", title: "b", start: "2026-01-19", end: "2026-02-01" },
    ]);
  });

  test("of a second field are something else", () => {
    const found = iterationSprints(board(field("Sprint", ["a"]), field("Quarter", ["q"])));
    expect(found.map(({ id }) => id)).toEqual(["a"]);
  });

  test("of a board without such a field are none", () => {
    expect(iterationSprints(boardShape())).toEqual([]);
  });
});
