import { describe, expect, test } from "vitest";
import { rebuild } from "../../src/history/rebuild.ts";
import { isEvent } from "../../src/model/change.ts";
import { type Facts, FIELDS } from "../../src/model/facts.ts";
import type { ItemPast, Observation } from "../../src/model/observation.ts";
import { ACCEPT, bytesOf, CAREFUL, historyOf } from "../support/history-builder.ts";
import { item } from "../support/item-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { event } from "../support/read-builder.ts";

const ready = event("2026-01-06", { event: "S1", kind: "status", set: { status: "Ready" } });
const later = event("2026-02-06", { event: "S2", kind: "status", set: { status: "Done" } });
const began = (facts: Partial<Facts> = {}): ItemPast => ({
  arrivedAt: "2026-01-05T12:00:00Z",
  first: item({ status: "New", ...facts }),
  events: [ready, later],
});

/** An export that tells the past of its items. */
const telling = (
  day: string,
  items: Record<string, Partial<Facts>>,
  past: Record<string, ItemPast>,
  order: string[] | null = null,
): Observation => ({
  ...observe(day, items, { order }),
  past: { items: new Map(Object.entries(past)), told: ["status"] },
});
const A = { status: "Ready" };
const first = telling("2026-01-10", { A, B: A }, { A: began() }, ["B", "A"]);

describe("an export that tells the past", () => {
  test("dates what happened by its own instants, up to its own", () => {
    const { changes } = historyOf([first]);
    const own = changes.filter((change) => "id" in change && change.id === "A");
    expect(own).toMatchObject([
      { at: "2026-01-05T12:00:00Z", new: { status: "New" } },
      { at: "2026-01-06T12:00:00Z", event: "S1" },
    ]);
    expect(own).toHaveLength(2);
  });

  test("begins an item without a past as it shows it first", () => {
    const { changes } = historyOf([first]);
    expect(changes.filter((change) => "id" in change && change.id === "B")).toMatchObject([
      { at: "2026-01-10T12:00:00Z", new: { status: "Ready" } },
    ]);
  });

  test("is an observation like any other", () => {
    const { runs, state } = historyOf([first]);
    expect(runs).toMatchObject([
      {
        run: 1,
        at: first.at,
        source: first.source,
        sha256: first.sha256,
        state: "accepted",
        ordered: true,
        items: 2,
        rows: 2,
        fields: FIELDS,
        told: { fields: ["status"], statusUntil: null, isPublic: false, link: null, watermark: null },
      },
    ]);
    expect(state.order).toEqual(["B", "A"]);
  });

  test("drops what is missing from it, and is a run of its own though nothing changed", () => {
    const alone = telling("2026-01-12", { A }, { A: began() });
    const { changes, runs, state } = historyOf([first, alone, telling("2026-01-13", { A }, { A: began() })]);
    expect(changes.at(-1)).toMatchObject({ run: 2, id: "B", gone: true, at: "2026-01-12T12:00:00Z" });
    expect(runs.map((run) => [run.changes, run.ordered])).toEqual([
      [4, true],
      [1, false],
      [0, false],
    ]);
    expect(state.items.get("B")!.present).toBe(false);
  });

  test("is held back when it shrank", () => {
    const alone = telling("2026-01-12", { A }, { A: began() });
    expect(historyOf([first, alone], CAREFUL).runs.map(({ state }) => state)).toEqual(["accepted", "held"]);
  });
});

describe("the store of exports that tell the past", () => {
  const second = telling("2026-02-10", { A: { status: "Done" }, B: A }, { A: began() }, ["A", "B"]);

  test("is the same when an older file is read again between the files that are gone", () => {
    const between = telling("2026-01-20", { A, B: A, C: A }, { A: began() });
    const gone = historyOf([first, second]);
    const whole = rebuild(gone, [between], ACCEPT);
    expect(whole.changes.filter(isEvent).map((change) => [change.run, change.event])).toEqual([
      [1, "S1"],
      [3, "S2"],
    ]);
    expect(whole.changes[0]).toMatchObject({ at: "2026-01-05T12:00:00Z", new: { status: "New" } });
    expect(whole.runs.map((run) => run.told?.fields)).toEqual([["status"], ["status"], ["status"]]);
    expect(whole.state.items.get("A")!.facts.status).toBe("Done");
  });

  test("is the same when nothing new is read", () => {
    const history = historyOf([first, second]);
    expect(bytesOf(rebuild(history, [], ACCEPT))["items.jsonl"]).toEqual(bytesOf(history)["items.jsonl"]);
    expect(rebuild(history, [], ACCEPT).changes).toEqual(history.changes);
  });
});
