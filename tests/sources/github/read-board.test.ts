import { describe, expect, test } from "vitest";
import type { BoardCard, BoardFieldValue } from "../../../src/sources/github/answers.ts";
import { BOARD_ITEMS } from "../../../src/sources/github/documents/board.ts";
import { boardFacts, readBoard } from "../../../src/sources/github/read-board.ts";
import { at, reading } from "./issue-builder.ts";
import { type Answer, listOf, stubClient, withheldAt } from "./stub-client.ts";
import { failure } from "./test-client.ts";

const FIELDS = { status: "Status", iteration: "Sprint", estimate: "Points" };
const value = (name: string, given: Partial<BoardFieldValue>): BoardFieldValue => ({
  __typename: "Value",
  updatedAt: at("2026-01-07"),
  field: { name },
  ...given,
});

const card = (number: number, given: Partial<BoardCard> = {}, repository = "acme/shop"): BoardCard =>
  Object.freeze({
    id: `PVTI_${number}`,
    type: "ISSUE",
    isArchived: false,
    createdAt: at("2026-01-05"),
    updatedAt: at("2026-01-06"),
    content: { __typename: "Issue", id: `I_${number}`, number, repository: { nameWithOwner: repository } },
    fieldValues: { nodes: [] },
    ...given,
  });

const page = (cards: readonly (BoardCard | null)[], more: string | null = null) => ({
  data: { repositoryOwner: { projectV2: { id: "PVT_4", number: 4, items: listOf(cards, more) } } },
});
const read = (answers: readonly Answer[], given: Partial<Parameters<typeof readBoard>[0]> = {}) =>
  readBoard({
    client: stubClient(...answers).client,
    document: BOARD_ITEMS,
    project: { owner: "acme", number: 4 },
    fields: FIELDS,
    reading: reading({ milestones: false }),
    ...given,
  });

describe("a board", () => {
  test("is read page by page, in the order of its cards", async () => {
    const { client, asked } = stubClient(page([card(3), card(1)], "C2"), page([card(2)]));
    const { board, cards, nodes } = await read([], { client });
    expect(board.order).toEqual(["#3", "#1", "#2"]);
    expect([cards, nodes.get("#1")]).toEqual([3, "I_1"]);
    expect(asked.map(({ variables }) => variables)).toMatchObject([
      { login: "acme", number: 4, cursor: null },
      { cursor: "C2" },
    ]);
  });

  test("tells status, iteration and estimate, and when each was changed", async () => {
    const nodes = [
      value("Status", { name: "Ready" }),
      value("Sprint", { iterationId: "it-1" }),
      value("Points", { number: 5 }),
      value("Colour", { name: "red" }),
      null,
    ];
    const { board } = await read([page([card(1, { fieldValues: { nodes } }), card(2)])]);
    const updatedAt = at("2026-01-07");
    expect(board.items.get("#1")).toEqual({
      status: { value: "Ready", updatedAt },
      sprint: { value: "it-1", updatedAt },
      estimate: { value: 5, updatedAt },
    });
    expect(board.items.get("#2")!.status).toEqual({ value: null, updatedAt: null });
  });

  test("says nothing of the sprint where the milestone is it", async () => {
    const nodes = [value("Sprint", { iterationId: "it-1" })];
    const given = { reading: reading({ milestones: true }) };
    const { board } = await read([page([card(1, { fieldValues: { nodes } })])], given);
    expect(board.items.get("#1")).not.toHaveProperty("sprint");
    expect(board.fields).toEqual(["status", "estimate"]);
  });

  test.each([
    [false, null],
    [true, 0],
  ])("shows an estimate of 0 where 0 is a size (%s) as %s", async (zeroIsSize, shown) => {
    const nodes = [value("Points", { number: 0 })];
    const given = { reading: reading({ zeroIsSize }) };
    const { board } = await read([page([card(1, { fieldValues: { nodes } })])], given);
    expect(board.items.get("#1")!.estimate!.value).toBe(shown);
  });

  test("gives only the facts that it has fields for", async () => {
    const fields = { status: null, iteration: null, estimate: null };
    const nodes = [value("Status", { name: "Ready" })];
    const { board } = await read([page([card(1, { fieldValues: { nodes } })])], { fields });
    expect([board.items.get("#1"), board.fields]).toEqual([{}, []]);
    expect(boardFacts(FIELDS, false)).toEqual(["status", "sprint", "estimate"]);
  });

  test("has cards that are no issue of the repository: they are counted, not kept", async () => {
    const cards = [
      card(1, {}, "Acme/Shop"),
      card(1),
      card(2, {}, "acme/stock"),
      card(3, { type: "PULL_REQUEST" }),
      card(4, { type: "DRAFT_ISSUE", content: null }),
      card(5, { type: "REDACTED", content: null }),
      card(6, { content: null }),
      card(7, { type: "SOMETHING_NEW" }),
    ];
    const found = await read([page(cards)]);
    expect([found.board.order, found.cards]).toEqual([["#1"], 8]);
    expect(found.skipped).toEqual({
      "issue of another repository": 1,
      "pull request": 1,
      draft: 1,
      "redacted card": 2,
      "other card": 1,
    });
  });

  test("was changed when the last of its cards was", async () => {
    const days = ["2026-01-06", "2026-01-09", "2026-01-08"];
    const cards = days.map((day, index) => card(index + 1, { updatedAt: at(day) }));
    expect((await read([page(cards)])).updatedAt).toBe(at("2026-01-09"));
  });
});

describe("what a board does not show is told with its remedy", () => {
  const said = async (...answers: readonly Answer[]): Promise<string> =>
    (await failure(read(answers))).message;

  test("no card at all", async () => {
    expect(await said(page([]))).toMatchInlineSnapshot(
      `"GitHub, BoardItems › board 4 of acme shows no card at all. A token without the permission sees an empty board: give it “Projects: read” of the organization (a classic token: read:project). Remove \`project\` from team.yaml if the board is really empty."`,
    );
  });

  test("a board that is gone since the overview", async () => {
    const answer = {
      data: { repositoryOwner: { projectV2: null } },
      errors: [withheldAt("repositoryOwner", "projectV2")],
    };
    expect(await said(answer)).toMatchInlineSnapshot(
      `"GitHub, BoardItems › on the first page, the list is missing. GitHub says “Could not resolve to a node” (NOT_FOUND) at repositoryOwner.projectV2. Check \`project\` in team.yaml, and give the token “Projects: read” of the organization (a classic token: read:project). The token that Actions provides can't read boards at all."`,
    );
  });

  test("a card that is missing", async () => {
    expect(await said(page([card(1), null]))).toMatchInlineSnapshot(
      `"GitHub, BoardItems › on the first page, entry 2 is missing. Nothing of this page was used. The next run tries again."`,
    );
  });
});
