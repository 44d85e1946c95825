import { describe, expect, test } from "vitest";
import { diff } from "../../src/history/diff.ts";
import { type Facts, FIELDS } from "../../src/model/facts.ts";
import { historyOf } from "../support/history-builder.ts";
import { item } from "../support/item-builder.ts";
import { type ObservationOptions, observe, same } from "../support/observation-builder.ts";

const NO_CATEGORY = FIELDS.filter((field) => field !== "category" && field !== "categoryAt");

/** What an observation of A on 8 January changes after the given ones. */
const changesOf = (
  before: Parameters<typeof historyOf>[0],
  items: Record<string, Partial<Facts>>,
  options: ObservationOptions = {},
) =>
  diff(historyOf(before).state, observe("2026-01-08", items, options), 7).map((change) => {
    const { run, at, ...rest } = change;
    expect([run, at]).toEqual([7, "2026-01-08T12:00:00Z"]);
    return rest;
  });

describe("what an observation changes", () => {
  test("is a new item with all its facts", () => {
    expect(changesOf([], { A: { status: "New" } })).toEqual([{ id: "A", new: item({ status: "New" }) }]);
  });

  test("is nothing when nothing changed", () => {
    const first = observe("2026-01-06", { A: { status: "New", labels: ["x"] } }, { order: ["A"] });
    expect(changesOf([first], { A: { status: "New", labels: ["x"] } }, { order: ["A"] })).toEqual([]);
  });

  test("is only the fields that differ", () => {
    const first = observe("2026-01-06", { A: { status: "New", estimate: 3, labels: ["x"] } });
    expect(changesOf([first], { A: { status: "New", estimate: 5, labels: ["x", "y"] } })).toEqual([
      { id: "A", set: { estimate: 5, labels: ["x", "y"] } },
    ]);
  });

  test("erases by an empty cell", () => {
    const first = observe("2026-01-06", { A: { estimate: 3 } });
    expect(changesOf([first], { A: {} })).toEqual([{ id: "A", set: { estimate: null } }]);
  });

  test("keeps what a missing column does not tell", () => {
    const first = observe("2026-01-06", { A: { status: "New", estimate: 3 } });
    expect(changesOf([first], { A: { status: "New", estimate: 8 } }, { fields: ["status"] })).toEqual([]);
  });

  test("lists items by key, then the order", () => {
    const first = observe("2026-01-06", { "A-10": {}, "A-9": {}, "B-1": {} }, { order: ["A-9", "A-10"] });
    expect(changesOf([first], { "A-2": {}, "A-10": { estimate: 1 } }, { order: ["A-10", "A-2"] })).toEqual([
      { id: "A-2", new: item() },
      { id: "A-9", gone: true },
      { id: "A-10", set: { estimate: 1 } },
      { id: "B-1", gone: true },
      { order: { out: ["A-9"], put: [["A-2", "A-10"]] } },
    ]);
  });

  test("is not the order where the observation shows none", () => {
    const first = observe("2026-01-06", same(["A", "B"]), { order: ["A", "B"] });
    expect(changesOf([first], same(["A", "B"]))).toEqual([]);
  });
});

describe("an item that is missing", () => {
  const first = observe("2026-01-06", { A: { estimate: 3 } });
  const empty = observe("2026-01-07", {});

  test("is gone once, not twice", () => {
    expect(changesOf([first], {})).toEqual([{ id: "A", gone: true }]);
    expect(changesOf([first, empty], {})).toEqual([]);
  });

  test("comes back with what changed meanwhile, if anything did", () => {
    expect(changesOf([first, empty], { A: { estimate: 3 } })).toEqual([{ id: "A", set: {}, back: true }]);
    expect(changesOf([first, empty], { A: { estimate: 5 } })).toEqual([
      { id: "A", set: { estimate: 5 }, back: true },
    ]);
  });

  test("comes back with what it had where a column is missing", () => {
    const { state } = historyOf([
      first,
      empty,
      observe("2026-01-08", { A: { status: "New" } }, { fields: ["status"] }),
    ]);
    expect(state.items.get("A")).toEqual({ facts: item({ estimate: 3, status: "New" }), present: true });
  });
});

describe("a status category", () => {
  const first = observe("2026-01-06", {
    A: { status: "Done", category: "done", categoryAt: "2026-01-05T08:00:00Z" },
  });

  test("goes with the status where its column is missing", () => {
    expect(changesOf([first], { A: { status: "New" } }, { fields: NO_CATEGORY })).toEqual([
      { id: "A", set: { status: "New", category: null, categoryAt: null } },
    ]);
  });

  test("stays with a status that is only spelled in another way", () => {
    expect(changesOf([first], { A: { status: "done " } }, { fields: NO_CATEGORY })).toEqual([
      { id: "A", set: { status: "done " } },
    ]);
  });

  test("goes with a status that is taken off, and needs none to go", () => {
    expect(changesOf([first], { A: { status: null } }, { fields: NO_CATEGORY })).toEqual([
      { id: "A", set: { status: null, category: null, categoryAt: null } },
    ]);
    const plain = observe("2026-01-06", { A: { status: "Done" } });
    expect(changesOf([plain], { A: { status: "New" } }, { fields: NO_CATEGORY })).toEqual([
      { id: "A", set: { status: "New" } },
    ]);
  });

  test("takes its own date along where a new one has none", () => {
    const undated = FIELDS.filter((field) => field !== "categoryAt");
    expect(changesOf([first], { A: { status: "Done", category: "todo" } }, { fields: undated })).toEqual([
      { id: "A", set: { category: "todo", categoryAt: null } },
    ]);
    const dated = { A: { status: "Done", category: "todo", categoryAt: "2026-01-07T08:00:00Z" } } as const;
    expect(changesOf([first], dated)).toEqual([
      { id: "A", set: { category: "todo", categoryAt: "2026-01-07T08:00:00Z" } },
    ]);
  });

  test("has a date that goes with the status, in a source of no categories too", () => {
    const dated = observe("2026-01-06", { A: { status: "Ready", categoryAt: "2026-01-05T08:00:00Z" } });
    expect(changesOf([dated], { A: { status: "Done" } }, { fields: NO_CATEGORY })).toEqual([
      { id: "A", set: { status: "Done", categoryAt: null } },
    ]);
    expect(changesOf([dated], { A: { status: "Ready" } }, { fields: NO_CATEGORY })).toEqual([]);
    // Where the category is told and stays, so does its date: the new status is of the same category.
    const undated = FIELDS.filter((field) => field !== "categoryAt");
    expect(changesOf([first], { A: { status: "Closed", category: "done" } }, { fields: undated })).toEqual([
      { id: "A", set: { status: "Closed" } },
    ]);
  });

  test("stays while the status does", () => {
    expect(changesOf([first], { A: { status: "Done", estimate: 2 } }, { fields: NO_CATEGORY })).toEqual([
      { id: "A", set: { estimate: 2 } },
    ]);
  });

  test("is not touched by a status that no column tells", () => {
    expect(changesOf([first], { A: { estimate: 2 } }, { fields: ["estimate"] })).toEqual([
      { id: "A", set: { estimate: 2 } },
    ]);
  });
});

test("an order without any id is none, and changes nothing", () => {
  const first = observe("2026-01-06", same(["A", "B"]), { order: ["B", "A"] });
  expect(changesOf([first], same(["A", "B"]), { order: [] })).toEqual([]);
  expect(changesOf([first], same(["A", "B"]))).toEqual([]);
});
