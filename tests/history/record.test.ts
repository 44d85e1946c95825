import { describe, expect, test } from "vitest";
import { SHRINK_LIMIT } from "../../src/history/record.ts";
import { ACCEPT, CAREFUL, historyOf } from "../support/history-builder.ts";
import { item } from "../support/item-builder.ts";
import { observe, same } from "../support/observation-builder.ts";

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `A-${index + 1}`);
const open = (count: number) => same(ids(count), { category: "todo" });

const statesOf = (counts: readonly number[], options = CAREFUL): string[] =>
  historyOf(
    counts.map((count, index) => observe(`2026-01-1${index}`, open(count))),
    options,
  ).runs.map((run) => run.state);

describe("an observation is held back", () => {
  test("when strictly more than 20 % of the open ids are missing, not when exactly 20 % are", () => {
    expect(statesOf([10, 8])).toEqual(["accepted", "accepted"]);
    expect(statesOf([10, 7])).toEqual(["accepted", "held"]);
    expect(statesOf([4, 3])).toEqual(["accepted", "held"]);
  });

  test("never at exactly 20 %, however many there are", () => {
    for (let open = 5; open <= 100_000; open += 5) expect(open / 5 > SHRINK_LIMIT * open).toBe(false);
  });

  test("never when it is the first, not even an empty one", () => {
    expect(statesOf([0, 5, 4])).toEqual(["accepted", "accepted", "accepted"]);
  });

  test("by ids, not by numbers: others in their place do not help", () => {
    const others = same(["B-1", "B-2", "B-3", "B-4", "B-5"], { category: "todo" });
    const { runs } = historyOf([observe("2026-01-06", open(5)), observe("2026-01-08", others)], CAREFUL);
    expect(runs[1]).toMatchObject({ state: "held", missing: { ids: 5, of: 5 } });
  });

  test("and is no base for the next comparison, which is with the last accepted one", () => {
    expect(statesOf([10, 5, 4, 8, 7])).toEqual(["accepted", "held", "held", "accepted", "accepted"]);
  });

  test("and changes nothing but the list of runs", () => {
    const first = observe("2026-01-06", open(5), { order: ids(5) });
    const before = historyOf([first], CAREFUL);
    const after = historyOf([first, observe("2026-01-08", open(1), { order: ["A-1"] })], CAREFUL);
    expect([after.changes, after.state]).toEqual([before.changes, before.state]);
    expect(after.runs[1]).toMatchObject({
      run: 2,
      state: "held",
      changes: 0,
      items: 1,
      missing: { ids: 4, of: 5 },
    });
  });

  test("unless the shrinking is accepted", () => {
    expect(statesOf([10, 1, 1], ACCEPT)).toEqual(["accepted", "accepted", "accepted"]);
    // What was missing stays on record: the file was accepted by a person's word, and stays so in a rebuild.
    expect(
      historyOf([observe("2026-01-06", open(5)), observe("2026-01-08", {})], ACCEPT).runs[1]!.missing,
    ).toEqual({ ids: 5, of: 5 });
  });

  test("not because closed items, containers or items already gone are missing", () => {
    const others = {
      ...same(["B-1", "B-2"], { category: "done" }),
      "C-1": { type: "Epic", category: "todo" as const },
    };
    const first = observe("2026-01-06", { ...open(5), ...others });
    const second = observe("2026-01-08", open(4));
    expect(
      historyOf([first, second, observe("2026-01-10", open(4))], CAREFUL).runs.map((run) => run.state),
    ).toEqual(["accepted", "accepted", "accepted"]);
  });
});

describe("a run", () => {
  test("says what was seen", () => {
    const observation = observe(
      "2026-01-08",
      { A: { status: "New" }, B: {} },
      {
        fields: ["status"],
        assumed: ["estimate"],
        order: ["B", "A"],
        skipped: { "no key": 2 },
      },
    );
    expect(historyOf([observation]).runs).toEqual([
      {
        run: 1,
        at: "2026-01-08T12:00:00Z",
        source: "exports/2026-01-08.csv",
        sha256: "bytes of 2026-01-08",
        settings: "settings",
        state: "accepted",
        rows: 2,
        items: 2,
        skipped: { "no key": 2 },
        fields: ["status"],
        assumed: ["estimate"],
        ordered: true,
        missing: null,
        changes: 3,
        findings: [],
      },
    ]);
  });

  test("is not ordered where no order is shown", () => {
    expect(historyOf([observe("2026-01-08", { A: {} })]).runs[0]!.ordered).toBe(false);
  });

  test("leaves what it was given alone", () => {
    const observation = observe("2026-01-08", { A: { estimate: 1 } }, { order: ["A"] });
    historyOf([observation, observe("2026-01-09", { A: { estimate: 2 } }), observe("2026-01-10", {})]);
    expect(observation.items.get("A")).toEqual(item({ estimate: 1 }));
  });
});
