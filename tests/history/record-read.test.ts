import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyHistory } from "../../src/history/record.ts";
import { lastReadAt, recordRead } from "../../src/history/record-read.ts";
import { fromFiles, toFiles } from "../../src/history/store-files.ts";
import type { BoardRead, BoardValue } from "../../src/model/tracker-read.ts";
import { ACCEPT, bytesOf, CAREFUL } from "../support/history-builder.ts";
import { event, historyOfReads, itemRead, readAt } from "../support/read-builder.ts";

const labelled = event("2026-01-06", { event: "L1", kind: "labels", label: ["+", "ready"] });
const one = itemRead("2026-01-05", { events: [labelled], now: { labels: ["ready"] } });

const board = (order: string[], statuses: Record<string, string | BoardValue> = {}): BoardRead => ({
  fields: ["status"],
  order,
  items: new Map(
    order.map((id) => {
      const given = statuses[id] ?? null;
      return [id, { status: typeof given === "object" && given ? given : { value: given, updatedAt: null } }];
    }),
  ),
});

describe("a reading of a tracker with events", () => {
  test("is an item as it arrived, then its events at their own instants, and nothing that they explain", () => {
    const { changes, state } = historyOfReads(readAt("2026-02-01", { "#1": one }));
    expect(changes.map(({ at, ...change }) => [at, Object.keys(change)])).toEqual([
      ["2026-01-05T12:00:00Z", ["run", "id", "new"]],
      ["2026-01-06T12:00:00Z", ["run", "id", "event", "kind", "by", "label"]],
    ]);
    expect(state.items.get("#1")!.facts.labels).toEqual(["ready"]);
  });

  test("adds by comparing what no event explains, at the instant of the reading", () => {
    const silent = itemRead("2026-01-05", { now: { labels: ["ready"] } });
    const { changes } = historyOfReads(readAt("2026-02-01", { "#1": silent }));
    expect(changes.at(-1)).toEqual({
      run: 1,
      at: "2026-02-01T12:00:00Z",
      id: "#1",
      set: { labels: ["ready"] },
    });
  });

  test("records an event once, however often it is read", () => {
    const history = historyOfReads(readAt("2026-02-01", { "#1": one }));
    const before = bytesOf(history);
    expect(recordRead(history, readAt("2026-02-02", { "#1": one }), ACCEPT)).toBe(false);
    expect(bytesOf(history)).toEqual(before);
  });

  test("keeps an event that the tracker no longer returns", () => {
    const bare = itemRead("2026-01-05", { now: { labels: ["ready"] } });
    const history = historyOfReads(readAt("2026-02-01", { "#1": one }), readAt("2026-02-02", { "#1": bare }));
    expect(history.runs).toHaveLength(1);
    expect(history.changes.some((change) => "event" in change && change.event === "L1")).toBe(true);
  });

  test("is recorded though nothing changed when an observation is due", () => {
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": one }),
      readAt("2026-02-09", {}, { due: true }),
    );
    expect(history.runs.map(({ at, changes }) => [at, changes])).toEqual([
      ["2026-02-01T12:00:00Z", 2],
      ["2026-02-09T12:00:00Z", 0],
    ]);
  });

  test("takes the order of labels from their events, not from the tracker's list", () => {
    const sizes = ["b", "a"].map((label) =>
      event("2026-01-06", { event: `L${label}`, kind: "labels", label: ["+", label] }),
    );
    const read = itemRead("2026-01-05", { events: sizes, now: { labels: ["a", "b"] } });
    expect(historyOfReads(readAt("2026-02-01", { "#1": read })).state.items.get("#1")!.facts.labels).toEqual([
      "b",
      "a",
    ]);
  });

  test("drops what is gone, and takes it back when it returns", () => {
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": one, "#2": one }),
      readAt("2026-02-02", {}, { gone: ["#1"] }),
      readAt("2026-02-03", { "#1": one }),
    );
    expect(history.changes.filter((change) => "gone" in change || "back" in change)).toMatchObject([
      { id: "#1", at: "2026-02-02T12:00:00Z", gone: true },
      { id: "#1", at: "2026-02-03T12:00:00Z", back: true },
    ]);
  });

  test("is held back when more than a fifth of the open items are gone", () => {
    const history = historyOfReads(readAt("2026-02-01", { "#1": one, "#2": one }));
    recordRead(history, readAt("2026-02-02", {}, { gone: ["#1"] }), CAREFUL);
    expect(history.runs.at(-1)).toMatchObject({ state: "held", missing: { ids: 1, of: 2 }, changes: 0 });
    expect(history.state.items.get("#1")!.present).toBe(true);
  });

  test("is held back once, until something else is missing or was read by other settings", () => {
    const five = Object.fromEntries(["#1", "#2", "#3", "#4", "#5"].map((id) => [id, one]));
    const history = historyOfReads(readAt("2026-02-01", five));
    const hold = (day: string, gone: string[], settings = "settings") =>
      recordRead(history, readAt(day, {}, { gone, settings }), CAREFUL);
    expect(hold("2026-02-02", ["#1", "#2"])).toBe(true);
    expect(hold("2026-02-03", ["#1", "#2"])).toBe(false);
    expect(hold("2026-02-04", ["#1", "#2", "#3"])).toBe(true);
    expect(hold("2026-02-05", ["#1", "#2", "#3"], "other")).toBe(true);
    expect(history.runs.map(({ state }) => state)).toEqual(["accepted", "held", "held", "held"]);
    expect(lastReadAt(history)).toBe(Date.parse("2026-02-01T12:00:00Z"));
  });

  test("is accepted when exactly a fifth of the open items are gone", () => {
    const five = Object.fromEntries(["#1", "#2", "#3", "#4", "#5"].map((id) => [id, one]));
    const history = historyOfReads(readAt("2026-02-01", five));
    recordRead(history, readAt("2026-02-02", {}, { gone: ["#1"] }), CAREFUL);
    expect(history.runs.at(-1)).toMatchObject({ state: "accepted", missing: null, items: 4 });
    expect(lastReadAt(history)).toBe(Date.parse("2026-02-02T12:00:00Z"));
    expect(lastReadAt(emptyHistory())).toBeNull();
  });
});

describe("a board", () => {
  test("gives the order, as an edit of the one before", () => {
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": one, "#2": one }, { board: board(["#1", "#2"]) }),
      readAt("2026-02-02", {}, { board: board(["#2", "#1"]) }),
    );
    expect(history.state.order).toEqual(["#2", "#1"]);
  });

  test("dates its value where that lies between two looks", () => {
    const value = (updatedAt: string): BoardValue => ({ value: "Ready", updatedAt });
    const second = (updatedAt: string) =>
      historyOfReads(
        readAt("2026-02-01", { "#1": one }, { board: board(["#1"]) }),
        readAt("2026-02-05", {}, { board: board(["#1"], { "#1": value(updatedAt) }) }),
      ).changes.at(-1)!.at;
    expect(second("2026-02-03T08:00:00Z")).toBe("2026-02-03T08:00:00Z");
    expect(second("2026-01-03T08:00:00Z")).toBe("2026-02-05T12:00:00Z");
    // The look before has seen what was so by then; the look itself is the latest it can be.
    expect(second("2026-02-01T12:00:00Z")).toBe("2026-02-05T12:00:00Z");
    expect(second("2026-02-01T12:00:01Z")).toBe("2026-02-01T12:00:01Z");
    expect(second("2026-02-05T12:00:01Z")).toBe("2026-02-05T12:00:00Z");
  });

  test("of no cards at all gives no order, and changes none", () => {
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": one }, { board: board(["#1"]) }),
      readAt("2026-02-02", {}, { board: board([]), due: true }),
    );
    expect(history.runs.map(({ ordered }) => ordered)).toEqual([true, false]);
    expect(history.state.order).toEqual(["#1"]);
  });

  test("shows a status that no event explains, and since when events are not to be trusted", () => {
    const moved = event("2026-10-01", { event: "S1", kind: "status", set: { status: "Backlog" } });
    const item = itemRead("2026-05-05", { events: [moved] });
    const statusEvents = { since: "2025-10-15T00:00:00Z", lostSince: "2026-09-24T00:00:00Z" };
    const given = { board: board(["#1"], { "#1": "Ready" }), statusEvents };
    const { runs } = historyOfReads(readAt("2026-11-01", { "#1": item }, given));
    expect(runs[0]!.told!.statusUntil).toBe("2026-10-01T12:00:00Z");
    expect(runs[0]!.findings).toMatchObject([
      { id: "status-events-lost", count: 1, first: [{ where: "#1" }] },
    ]);
  });
});

test("the store of readings can be read back, whatever they bring", () => {
  const label = fc.constantFrom("a", "b", "c");
  const arbitrary = fc.array(
    fc.record({
      id: fc.constantFrom("#1", "#2", "#3"),
      day: fc.integer({ min: 6, max: 28 }),
      label,
      give: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 4 }), (readings) => {
      const history = emptyHistory();
      let number = 0;
      for (const [index, steps] of readings.entries()) {
        const next = (): string => {
          number += 1;
          return `E${number}`;
        };
        const items = Object.groupBy(steps, ({ id }) => id);
        const reads = Object.entries(items).map(([id, own]) => {
          const events = own!
            .toSorted((a, b) => a.day - b.day)
            .map(({ day, label: name, give }) =>
              event(`2026-01-${String(day).padStart(2, "0")}`, {
                event: next(),
                kind: "labels",
                label: [give ? "+" : "-", name],
              }),
            );
          return [
            id,
            itemRead("2026-01-05", { events, now: { labels: own!.map((one) => one.label).slice(0, 1) } }),
          ];
        });
        recordRead(history, readAt(`2026-02-0${index + 1}`, Object.fromEntries(reads)), ACCEPT);
      }
      const files = toFiles(history);
      expect(toFiles(fromFiles(files, "store"))).toEqual(files);
    }),
  );
});
