import { describe, expect, test } from "vitest";
import { byInstant, type Candidate, planReading } from "../../src/history/plan.ts";
import { ACCEPT, CAREFUL, historyOf } from "../support/history-builder.ts";
import { observe, same } from "../support/observation-builder.ts";

const FIVE = same(["A", "B", "C", "D", "E"]);
const jan6 = observe("2026-01-06", FIVE);
const jan8 = observe("2026-01-08", FIVE);
const jan10 = observe("2026-01-10", FIVE);
const shrunk = observe("2026-01-09", { A: {} });

const candidate = ({ at, source, sha256, settings }: Candidate, change: Partial<Candidate> = {}): Candidate =>
  Object.freeze({ at, source, sha256, settings, ...change });

const plan = (known: readonly (typeof jan6)[], candidates: readonly Candidate[], acceptShrink = false) => {
  const { runs } = historyOf(known, CAREFUL);
  const { read, append } = planReading(Object.freeze(runs), Object.freeze(candidates), { acceptShrink });
  return { read: read.map(({ source }) => source.slice("exports/".length, -".csv".length)), append };
};

describe("what has to be read", () => {
  test("is everything at first, in the order of the instants", () => {
    expect(plan([], [candidate(jan8), candidate(jan6)])).toEqual({
      read: ["2026-01-06", "2026-01-08"],
      append: true,
    });
  });

  test("is nothing when all is known", () => {
    expect(plan([jan6, jan8], [candidate(jan8), candidate(jan6)])).toEqual({ read: [], append: true });
  });

  test("is only what is newer than all that is known", () => {
    expect(plan([jan6], [candidate(jan6), candidate(jan10), candidate(jan8)])).toEqual({
      read: ["2026-01-08", "2026-01-10"],
      append: true,
    });
  });

  test("does not change when a known file is no longer there", () => {
    expect(plan([jan6, jan8], [candidate(jan8)])).toEqual({ read: [], append: true });
  });

  test("is everything again when one is older than the newest known one", () => {
    expect(plan([jan6, jan10], [candidate(jan10), candidate(jan8), candidate(jan6)])).toEqual({
      read: ["2026-01-06", "2026-01-08", "2026-01-10"],
      append: false,
    });
  });

  test.each<Partial<Candidate>>([
    { sha256: "other bytes" },
    { settings: "other" },
    { at: "2026-01-08T13:00:00Z" },
  ])("is everything again when a known file has %j", (change) => {
    expect(plan([jan6, jan8], [candidate(jan6), candidate(jan8, change)])).toEqual({
      read: ["2026-01-06", "2026-01-08"],
      append: false,
    });
  });

  test("is everything again when a hold is accepted, and nothing when it is not", () => {
    const files = [candidate(jan6), candidate(shrunk)];
    expect(plan([jan6, shrunk], files)).toEqual({ read: [], append: true });
    expect(plan([jan6, shrunk], files, true)).toEqual({ read: ["2026-01-06", "2026-01-09"], append: false });
  });

  test("is nothing more once the hold was accepted", () => {
    const { runs } = historyOf([jan6, shrunk], ACCEPT);
    expect(planReading(runs, [candidate(jan6), candidate(shrunk)], { acceptShrink: true })).toEqual({
      read: [],
      append: true,
    });
  });
});

describe("of two files of one instant", () => {
  const b = candidate(jan8, { source: "exports/b.csv" });
  const a = candidate(jan8, { source: "exports/a.csv" });

  test("the later name counts as later", () => {
    expect([b, a].sort(byInstant)).toEqual([a, b]);
    expect(byInstant(a, a)).toBe(0);
    expect([byInstant(a, b), byInstant(b, a)]).toEqual([-1, 1]);
  });

  test("one that comes with a later name is appended, one with an earlier name is not", () => {
    const known = [observe("2026-01-08", FIVE, { source: "exports/b.csv" })];
    const add = (source: string) =>
      plan(known, [candidate(known[0]!), candidate(known[0]!, { source })]).append;
    expect([add("exports/c.csv"), add("exports/a.csv")]).toEqual([true, false]);
  });

  test("instants are compared, not their texts", () => {
    expect(
      byInstant({ at: "2026-01-08T12:00:00.500Z", source: "a" }, { at: "2026-01-08T12:00:00Z", source: "b" }),
    ).toBeGreaterThan(0);
  });
});
