import { describe, expect, test } from "vitest";
import { afterEvent, applyChange, emptyState, sortedIds } from "../../src/history/state.ts";
import type { Change } from "../../src/model/change.ts";
import { item } from "../support/item-builder.ts";

const seen = { run: 1, at: "2026-01-06T12:00:00Z" };
const event = { event: "E", kind: "labels", by: "ana" } as const;

describe("facts after an event", () => {
  const facts = item({ status: "New", labels: ["a", "b"] });

  test("are the same object where it says nothing about them", () => {
    expect(afterEvent(facts, event)).toBe(facts);
  });

  test("are what it sets, and else what they were", () => {
    expect(afterEvent(facts, { ...event, set: { status: "Ready" } })).toEqual({ ...facts, status: "Ready" });
  });

  test("have a label that it gives, as the last one, once", () => {
    const given = (id: string) => afterEvent(facts, { ...event, label: ["+", id] }).labels;
    expect([given("c"), given("a")]).toEqual([
      ["a", "b", "c"],
      ["b", "a"],
    ]);
    expect(afterEvent(item(), { ...event, label: ["+", "c"] }).labels).toEqual(["c"]);
  });

  test("lack a label that it takes, whether they had it or not", () => {
    const taken = (id: string) => afterEvent(facts, { ...event, label: ["-", id] }).labels;
    expect([taken("a"), taken("c")]).toEqual([["b"], ["a", "b"]]);
    expect(afterEvent(item(), { ...event, label: ["-", "c"] }).labels).toEqual([]);
  });

  test("have both what it sets and the label that it gives", () => {
    expect(afterEvent(facts, { ...event, set: { estimate: 3 }, label: ["+", "c"] })).toEqual({
      ...facts,
      estimate: 3,
      labels: ["a", "b", "c"],
    });
  });
});

describe("a change of what is known", () => {
  const arrival = (id: string): Change => ({ ...seen, id, new: item({ status: "New" }) });
  const after = (...changes: Change[]) => {
    const state = emptyState();
    for (const change of changes) applyChange(state, change);
    return state;
  };

  test("lets an item arrive, change, go missing and come back", () => {
    const all: Change[] = [
      arrival("A"),
      { ...seen, id: "A", set: { estimate: 3 } },
      { ...seen, id: "A", gone: true },
    ];
    expect(after(...all.slice(0, 2)).items.get("A")).toEqual({
      facts: item({ status: "New", estimate: 3 }),
      present: true,
    });
    expect(after(...all).items.get("A")!.present).toBe(false);
    // What changes while it is missing does not bring it back.
    expect(after(...all, { ...seen, id: "A", set: { estimate: 5 } }).items.get("A")!.present).toBe(false);
    expect(after(...all, { ...seen, id: "A", set: {}, back: true }).items.get("A")).toEqual({
      facts: item({ status: "New", estimate: 3 }),
      present: true,
    });
  });

  test("cannot be an arrival of what is there, or a change of what is not", () => {
    expect(() => after(arrival("A"), arrival("A"))).toThrow("A arrives a second time");
    expect(() => after({ ...seen, id: "B", set: {} })).toThrow("B changes before it arrived");
    expect(() => after({ ...seen, id: "B", gone: true })).toThrow("B changes before it arrived");
  });

  test("by an event is what the event says", () => {
    const state = after(arrival("A"), { ...seen, ...event, id: "A", label: ["+", "x"] });
    expect(state.items.get("A")!.facts.labels).toEqual(["x"]);
  });

  test("of the order leaves the items alone", () => {
    const state = after(arrival("A"), { ...seen, order: { out: [], put: [["A", null]] } });
    expect([state.order, state.items.size]).toEqual([["A"], 1]);
  });

  test("leads to ids that are listed by key, numbers as numbers", () => {
    expect(sortedIds(after(arrival("B-1"), arrival("A-10"), arrival("A-9")))).toEqual(["A-9", "A-10", "B-1"]);
  });
});
