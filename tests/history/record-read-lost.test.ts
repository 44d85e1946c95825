import { describe, expect, test } from "vitest";
import { recordRead } from "../../src/history/record-read.ts";
import type { BoardRead, BoardValue, ItemRead } from "../../src/model/tracker-read.ts";
import { CAREFUL } from "../support/history-builder.ts";
import { event, historyOfReads, itemRead, readAt, TOLD } from "../support/read-builder.ts";

const SINCE = "2025-10-15T00:00:00Z";
const LOST = "2026-09-24T00:00:00Z";
const statusEvents = { since: SINCE, lostSince: LOST };
const onBoard = (status: string): BoardRead => ({
  fields: ["status"],
  order: ["#1"],
  items: new Map([["#1", { status: { value: status, updatedAt: null } }]]),
});
const moved = (on: string, status = "Backlog") =>
  event(on, { event: `S${on}`, kind: "status", set: { status } });
/** Up to when the status is known after readings of one item, and how many findings say so. */
const known = (item: ItemRead, status: string, given: Parameters<typeof readAt>[2] = { statusEvents }) => {
  const { runs } = historyOfReads(readAt("2026-11-01", { "#1": item }, { board: onBoard(status), ...given }));
  return [runs[0]!.told!.statusUntil, runs[0]!.findings.length];
};

describe("a status that no event explains", () => {
  test("is none where the last event says the same, the item is done, or no such events are told", () => {
    const item = itemRead("2026-05-05", { events: [moved("2026-10-01")] });
    expect(known(item, "Backlog")).toEqual([null, 0]);
    expect(known({ ...item, now: { ...item.now, category: "done" } }, "Ready")).toEqual([null, 0]);
    expect(known(item, "Ready", {})).toEqual([null, 0]);
  });

  test("was known at its last event, and at no event of another kind", () => {
    const label = event("2026-10-05", { event: "L", kind: "labels", set: { type: "Bug" } });
    const plain = event("2026-10-06", { event: "M", kind: "status" });
    const item = (on: string) => itemRead("2026-05-05", { events: [moved(on), label, plain] });
    expect(known(item("2026-10-01"), "Ready")).toEqual(["2026-10-01T12:00:00Z", 1]);
    expect(known(item("2026-05-10"), "Ready")).toEqual([LOST, 1]);
  });

  test("was never told where the item is older than such events", () => {
    expect(known(itemRead("2025-01-05"), "Ready")).toEqual(["2025-01-05T12:00:00Z", 1]);
    expect(known(itemRead("2026-05-05"), "Ready")).toEqual([LOST, 1]);
    expect(known(itemRead("2026-10-05"), "Ready")).toEqual(["2026-10-05T12:00:00Z", 1]);
  });

  test("was known at the reading before", () => {
    const item = itemRead("2025-01-05", { first: { status: "New" } });
    const { runs } = historyOfReads(
      readAt("2026-11-01", { "#1": item }, { statusEvents }),
      readAt("2026-11-05", {}, { statusEvents, board: onBoard("Ready") }),
    );
    expect(runs.map(({ told }) => told!.statusUntil)).toEqual([null, "2026-11-01T12:00:00Z"]);
  });
});

test("what a board changed at several instants is recorded in their order", () => {
  const value = (of: string | number, updatedAt: string): BoardValue => ({ value: of, updatedAt });
  const board = (status: BoardValue, estimate: BoardValue): BoardRead => ({
    fields: ["status", "estimate"],
    order: ["#1"],
    items: new Map([["#1", { status, estimate }]]),
  });
  const given = { fields: [...TOLD, "estimate"] as const };
  const { changes } = historyOfReads(
    readAt("2026-02-01", { "#1": itemRead("2026-01-05") }, given),
    readAt(
      "2026-02-05",
      {},
      { ...given, board: board(value("Ready", "2026-02-04T08:00:00Z"), value(3, "2026-02-03T08:00:00Z")) },
    ),
  );
  expect(changes.flatMap((change) => ("set" in change ? [[change.at, change.set]] : []))).toEqual([
    ["2026-02-03T08:00:00Z", { estimate: 3 }],
    ["2026-02-04T08:00:00Z", { status: "Ready" }],
  ]);
});

test("labels that are taken off all at once, or given to an item without any, are what the tracker lists", () => {
  const labels = (before: string[] | null, after: string[] | null) => {
    const first = itemRead("2026-01-05", { first: { labels: before } });
    const item = { ...first, now: { ...first.now, labels: after } };
    return historyOfReads(readAt("2026-02-01", { "#1": item })).state.items.get("#1")!.facts.labels;
  };
  expect(labels(null, ["b", "a"])).toEqual(["b", "a"]);
  expect(labels(["a"], null)).toBeNull();
  expect(labels(["b", "a", "c"], ["a", "d", "b"])).toEqual(["b", "a", "d"]);
});

test("a reading that is held back brings no names either", () => {
  const items = { "#1": itemRead("2026-01-05"), "#2": itemRead("2026-01-05") };
  const names = (name: string) => ({ labels: new Map([["L1", name]]), sprints: new Map() });
  const history = historyOfReads(readAt("2026-02-01", items, { names: names("ready") }));
  recordRead(history, readAt("2026-02-02", {}, { gone: ["#1"], names: names("set") }), CAREFUL);
  expect([history.runs.at(-1)!.state, history.names]).toEqual(["held", names("ready")]);
  recordRead(history, readAt("2026-02-03", {}, { names: names("go") }), CAREFUL);
  expect([history.runs.at(-1)!.state, history.names]).toEqual(["accepted", names("go")]);
});

test("items are recorded by key, numbers as numbers", () => {
  const items = { "#10": itemRead("2026-01-05"), "#9": itemRead("2026-01-06") };
  const { changes } = historyOfReads(readAt("2026-02-01", items));
  expect(changes.map((change) => "id" in change && change.id)).toEqual(["#9", "#10"]);
});
