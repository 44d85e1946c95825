import { describe, expect, it } from "vitest";
import { ask, at } from "../../support/github/ask.ts";
import { serveGitHub } from "../../support/github/serve.ts";
import { script, type World } from "../../support/github/world.ts";

const BOARD = `query Board($pageSize: Int = 100, $cursor: String, $archivedStates: [ProjectV2ItemArchivedState!]) {
  organization(login: "acme") { projectV2(number: 4) {
    items(first: $pageSize, after: $cursor, archivedStates: $archivedStates, orderBy: { field: POSITION, direction: ASC }) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes {
        type isArchived
        content { __typename ... on Issue { number repository { nameWithOwner } } ... on DraftIssue { title } }
        fieldValues(first: 20) { nodes {
          __typename
          ... on ProjectV2ItemFieldValueCommon { updatedAt field { ... on ProjectV2FieldCommon { name } } }
          ... on ProjectV2ItemFieldSingleSelectValue { name }
          ... on ProjectV2ItemFieldNumberValue { number }
          ... on ProjectV2ItemFieldIterationValue { title startDate duration }
        } }
      }
    }
    fields(first: 20) { nodes { __typename ... on ProjectV2IterationField { configuration {
      iterations { title } completedIterations { title } } } } }
  } }
}`;

const SEED = {
  board: {
    number: 4,
    fields: [
      { name: "Status", options: ["Backlog", "Ready"] },
      { name: "Points" },
      {
        name: "Sprint",
        iterations: [
          { title: "Sprint 1", startDate: "2026-01-05", duration: 14 },
          { title: "Sprint 2", startDate: "2026-01-19", duration: 14 },
        ],
      },
    ],
  },
};

const THREE = script(
  SEED,
  [1, 2, 3].flatMap((issue) => [
    { at: "2026-01-05", do: "openIssue", issue } as const,
    { at: "2026-01-05", do: "addToBoard", card: issue } as const,
  ]),
);

interface Item {
  type: string;
  isArchived: boolean;
  content: { number?: number } | null;
  fieldValues: { nodes: Record<string, unknown>[] };
}

const items = async (world: World, variables: Record<string, unknown> = {}): Promise<Item[]> => {
  await using github = await serveGitHub(world);
  const { answer } = await ask(github, BOARD, variables);
  expect(answer.errors).toBeUndefined();
  return at(answer, "organization.projectV2.items.nodes") as Item[];
};

const order = (cards: readonly Item[]): (number | string)[] =>
  cards.map(({ content, type }) => content?.number ?? type);

describe("the board of the fake GitHub", () => {
  it("has its cards in the order that people gave them", async () => {
    expect(order(await items(THREE))).toEqual([1, 2, 3]);
    const moved = THREE.more([
      { at: "2026-01-06", do: "moveCard", card: 3, after: null },
      { at: "2026-01-06", do: "moveCard", card: 1, after: 2 },
      { at: "2026-01-07", do: "addToBoard", card: "draft", draft: { title: "Later" }, after: 3 },
      { at: "2026-01-07", do: "addToBoard", card: "acme/api#8" },
    ]);
    expect(order(await items(moved))).toEqual([3, "DRAFT_ISSUE", 2, 1, 8]);
  });

  it("hides an archived card unless it is asked for, and keeps its place", async () => {
    const world = THREE.more([{ at: "2026-01-06", do: "archiveCard", card: 2 }]);
    expect(order(await items(world))).toEqual([1, 3]);
    expect(order(await items(world, { archivedStates: ["NOT_ARCHIVED", "ARCHIVED"] }))).toEqual([1, 2, 3]);
    expect(order(await items(world, { archivedStates: ["ARCHIVED"] }))).toEqual([2]);
  });

  it("goes on behind the card last seen when one is put in before it", async () => {
    await using github = await serveGitHub(THREE);
    const first = (await ask(github, BOARD, { pageSize: 2 })).answer;
    const cursor = at(first, "organization.projectV2.items.pageInfo.endCursor");
    github.act({ at: "2026-01-06", do: "moveCard", card: 3, after: null });
    github.act({ at: "2026-01-06", do: "openIssue", issue: 4 });
    github.act({ at: "2026-01-06", do: "addToBoard", card: 4 });
    const second = (await ask(github, BOARD, { pageSize: 2, cursor })).answer;
    expect(order(at(second, "organization.projectV2.items.nodes") as Item[])).toEqual([4]);
  });

  it("shows the values that a card has now, with the time of their last change", async () => {
    const world = THREE.more([
      { at: "2026-01-06", do: "setStatus", card: 1, status: "Backlog" },
      { at: "2026-01-07", do: "setStatus", card: 1, status: "Ready" },
      { at: "2026-01-08", do: "setNumber", card: 1, field: "Points", value: 5 },
      { at: "2026-01-09", do: "setIteration", card: 1, iteration: "Sprint 2" },
    ]);
    const [card] = await items(world);
    expect(card?.fieldValues.nodes).toMatchObject([
      { field: { name: "Title" } },
      { name: "Ready", updatedAt: "2026-01-07T12:00:00Z", field: { name: "Status" } },
      { number: 5, field: { name: "Points" } },
      { title: "Sprint 2", startDate: "2026-01-19", duration: 14 },
    ]);
  });

  it("calls an iteration completed once the clock has passed its end", async () => {
    const iterations = async (now: string): Promise<unknown> => {
      await using github = await serveGitHub(THREE.until(now));
      const { answer } = await ask(github, BOARD);
      const fields = at(answer, "organization.projectV2.fields.nodes") as { configuration?: unknown }[];
      return fields.find(({ configuration }) => configuration)?.configuration;
    };
    expect(await iterations("2026-01-18T23:59:59Z")).toEqual({
      iterations: [{ title: "Sprint 1" }, { title: "Sprint 2" }],
      completedIterations: [],
    });
    expect(await iterations("2026-01-19T00:00:00Z")).toEqual({
      iterations: [{ title: "Sprint 2" }],
      completedIterations: [{ title: "Sprint 1" }],
    });
  });

  it("writes status events with the names of their day, and none once GitHub has stopped", () => {
    const script_ = [
      { at: "2026-01-05", do: "openIssue", issue: 1 },
      { at: "2026-01-05", do: "addToBoard", card: 1 },
      { at: "2026-01-06", do: "setStatus", card: 1, status: "Backlog" },
      { at: "2026-01-07", do: "renameOption", field: "Status", option: "Backlog", to: "New" },
      { at: "2026-01-08", do: "setStatus", card: 1, status: "Ready" },
    ] as const;
    const changes = (statusEventsUntil: string | null): unknown[] =>
      (
        script({ ...SEED, statusEventsUntil }, script_)
          .open()
          .issues.get(1)?.timeline ?? []
      )
        .filter(({ typename }) => typename === "ProjectV2ItemStatusChangedEvent")
        .map(({ values }) => [values.previousStatus, values.status]);
    expect(changes(null)).toEqual([
      ["", "Backlog"],
      ["New", "Ready"],
    ]);
    expect(changes("2026-01-07")).toEqual([["", "Backlog"]]);
  });

  it("makes an issue out of a draft and loses the card of a deleted issue", async () => {
    const world = THREE.more([
      { at: "2026-01-06", do: "addToBoard", card: "idea", draft: { title: "An idea" }, after: 1 },
      { at: "2026-01-07", do: "convertDraft", card: "idea", issue: 9 },
      { at: "2026-01-08", do: "deleteIssue", issue: 2 },
    ]);
    expect(order(await items(world))).toEqual([1, 9, 3]);
    expect(world.open().issues.get(9)).toMatchObject({
      title: "An idea",
      timeline: [{ typename: "ConvertedFromDraftEvent" }],
    });
  });
});
