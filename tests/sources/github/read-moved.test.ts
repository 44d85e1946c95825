import { expect, test } from "vitest";
import { BACKLOG_ISSUES, ISSUES_BY_ID } from "../../../src/sources/github/documents/issues.ts";
import { ITEM_TYPES, TIMELINE_PAGE } from "../../../src/sources/github/documents/timeline.ts";
import type { BoardResult } from "../../../src/sources/github/read-board.ts";
import { readPage } from "../../../src/sources/github/read-issues.ts";
import { readMoved } from "../../../src/sources/github/read-moved.ts";
import { issue, reading } from "./issue-builder.ts";
import { pendingPages } from "./pending-builder.ts";
import { settings } from "./settings-builder.ts";
import { type Answer, stubClient, withheldAt } from "./stub-client.ts";
import { failure } from "./test-client.ts";

const board = (statuses: Record<string, string | null>): BoardResult => ({
  board: {
    fields: ["status"],
    items: new Map(
      Object.entries(statuses).map(([id, value]) => [id, { status: { value, updatedAt: null } }]),
    ),
    order: Object.keys(statuses),
  },
  nodes: new Map(Object.keys(statuses).map((id) => [id, id.replace("#", "I_")])),
  cards: 1,
  skipped: {},
  updatedAt: null,
});

const open = (answers: readonly Answer[], shown: BoardResult, known: Record<string, string> = {}) => {
  const stub = stubClient(...answers);
  const options = {
    client: stub.client,
    source: settings(),
    documents: { issues: BACKLOG_ISSUES, timeline: TIMELINE_PAGE, itemTypes: ITEM_TYPES },
    reading: reading(),
    pending: pendingPages(),
    watermark: null,
    knownEdit: () => null,
    onRead: () => undefined,
    log: () => undefined,
    document: ISSUES_BY_ID,
    board: shown,
    statusOf: (id: string) => known[id] ?? null,
  };
  return { ...stub, options };
};
const gives = (...numbers: (number | null)[]): Answer => ({
  data: {
    nodes: numbers.map((number) =>
      number === null ? null : { __typename: "Issue", ...issue({ id: `I_${number}`, number }) },
    ),
  },
});

test("an issue whose card shows another status than is known is read by its id", async () => {
  const shown = board({ "#1": "Ready", "#2": "Doing", "#3": null });
  const { options, asked } = open([gives(2)], shown, { "#1": "Ready", "#2": "Ready" });
  await readMoved(options);
  expect(asked.map(({ call, variables }) => [call, variables.ids])).toEqual([["IssuesById", ["I_2"]]]);
  expect([...options.pending.state.items.keys()]).toEqual(["#2"]);
});

test("nothing is asked for what a page gave already, without a status, or without a node", async () => {
  const shown = board({ "#1": "Ready" });
  const given = open([], shown);
  given.options.pending.addPage(await readPage([issue({})], given.options));
  await readMoved(given.options);
  const silent = { ...shown, board: { ...shown.board, items: new Map([["#1", {}]]) } };
  await readMoved(open([], silent).options);
  await readMoved(open([], { ...shown, nodes: new Map() }).options);
});

test("an issue that is gone since its card was read is left to the look at all issues", async () => {
  const { options } = open(
    [{ ...gives(1, null), errors: [withheldAt("nodes", 1)] } as Answer],
    board({ "#1": "Ready", "#2": "Ready" }),
  );
  await readMoved(options);
  expect([...options.pending.state.items.keys()]).toEqual(["#1"]);
});

test("an issue that is missing without a word makes the answer useless", async () => {
  const { options } = open([gives(1, null)], board({ "#1": "Ready", "#2": "Ready" }));
  expect((await failure(readMoved(options))).message).toMatchInlineSnapshot(
    `"GitHub, IssuesById › entry 2 of 2 is missing. Nothing of this answer was used. The next run tries again."`,
  );
  expect(options.pending.state.items.size).toBe(0);
});

test("fewer issues than were asked for make the answer useless", async () => {
  const { options } = open([gives(1)], board({ "#1": "Ready", "#2": "Ready" }));
  expect((await failure(readMoved(options))).message).toMatchInlineSnapshot(
    `"GitHub, IssuesById › asked for 2, and 1 came. Nothing of this answer was used. The next run tries again."`,
  );
});
