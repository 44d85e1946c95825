import { describe, expect, test } from "vitest";
import { xmr as limitsBy } from "../../../src/metrics/parts/xmr.ts";

const points = (...values: (number | null)[]) =>
  values.map((value, index) => ({ sprint: `s${index + 1}`, value }));
/** Limits on all points. */
const xmr = (given: ReturnType<typeof points>, minimum: number) =>
  limitsBy(given, { minimum, baseline: given.length });
const rulesOf = (values: (number | null)[], minimum = Number.NEGATIVE_INFINITY) =>
  xmr(points(...values), minimum).signals.map(({ sprint, rule }) => `${sprint} ${rule}`);

describe("natural limits", () => {
  test("are the mean ± 2.66 mean moving ranges, computed by hand", () => {
    // Sum 74; ranges 2 4 4 2 4, mean 3.2; range limit 3.267 × 3.2.
    const { limits } = xmr(points(10, 12, 16, 12, 10, 14), 0);
    expect(limits!.centre).toBeCloseTo(74 / 6, 12);
    expect(limits!.meanRange).toBeCloseTo(16 / 5, 12);
    expect(limits!.upper).toBeCloseTo(74 / 6 + 2.66 * 3.2, 12);
    expect(limits!.lower).toBeCloseTo(74 / 6 - 2.66 * 3.2, 12);
    expect(limits!.rangeLimit).toBeCloseTo(10.4544, 12);
    expect(limits!.clamped).toBe(false);
  });

  test("need six known points, whatever gaps there are", () => {
    expect(xmr(points(1, 2, 3, 4, 5), 0).limits).toBeNull();
    expect(xmr(points(1, 2, null, 3, 4, null, 5), 0).limits).toBeNull();
    expect(xmr(points(1, 2, null, 3, 4, null, 5, 6), 0).limits).not.toBeNull();
  });

  test("take no moving range across a gap", () => {
    expect(xmr(points(1, 2, 3, null, 101, 102, 103), 0).limits!.meanRange).toBe(1);
  });

  test("are unknown where gaps leave no range at all", () => {
    expect(xmr(points(1, null, 2, null, 3, null, 4, null, 5, null, 6), 0).limits).toBeNull();
  });

  test("are raised to the least value that the metric can take", () => {
    const { limits } = xmr(points(0, 8, 0, 8, 0, 8), 0);
    expect(limits).toMatchObject({ lower: 0, clamped: true, centre: 4 });
  });
});

describe("signals", () => {
  test("name a point outside a limit", () => {
    expect(rulesOf([10, 11, 10, 11, 10, 11, 30])).toEqual(["s7 outside"]);
    expect(rulesOf([30, 29, 30, 29, 30, 29, 10])).toEqual(["s7 outside"]);
  });

  test("name no point below a lower limit that was raised", () => {
    expect(rulesOf([9, 1, 9, 1, 9, 1, 0], 0)).toEqual([]);
    expect(rulesOf([9, 1, 9, 1, 9, 1, -3], 0)).toEqual([]);
  });

  test("name the eighth in a row on one side, and every later one", () => {
    const high = [12, 13, 12, 13, 12, 13, 12, 13, 12];
    const low = [2, 8, 2, 8, 2, 8, 2, 8, 2];
    expect(rulesOf([...low, ...high]).filter((rule) => rule.endsWith("eight"))).toEqual([
      "s8 eight",
      "s9 eight",
      "s17 eight",
      "s18 eight",
    ]);
  });

  test("end a run at a gap and at a point on the mean", () => {
    const up = [6, 6, 6, 6];
    const down = [4, 4, 4, 4];
    const runs = (values: (number | null)[]) => rulesOf(values).filter((rule) => rule.endsWith("eight"));
    expect(runs([...up, ...up, ...down, ...down])).toEqual(["s8 eight", "s16 eight"]);
    expect(runs([...up, null, ...up, ...down, null, ...down])).toEqual([]);
    expect(runs([...up, 5, ...up, ...down, 5, ...down])).toEqual([]);
  });

  test("name the third of four beyond half way to a limit, on one side, the last among them", () => {
    // Mean 10.9, mean range 1.8, upper limit 15.6, half way 13.25.
    const values = [10, 11, 10, 9, 10, 9, 10, 14, 14, 10, 14, 10];
    const { limits, signals } = xmr(points(...values), 0);
    expect((limits!.centre + limits!.upper) / 2).toBeGreaterThan(12);
    expect((limits!.centre + limits!.upper) / 2).toBeLessThan(14);
    expect(signals).toEqual([{ sprint: "s11", rule: "three-of-four" }]);
  });

  test("name the third of four beyond half way to the lower limit, and none where that limit was raised", () => {
    // Mean 19.1, mean range 1.8, lower limit 14.3, half way 16.7.
    const values = [20, 19, 20, 21, 20, 21, 20, 16, 16, 20, 16, 20];
    expect(rulesOf(values)).toEqual(["s11 three-of-four"]);
    const { lower } = xmr(points(...values), Number.NEGATIVE_INFINITY).limits!;
    expect(rulesOf(values, lower + 0.1)).toEqual([]);
    // A lower limit that is the minimum itself was not raised.
    expect(rulesOf(values, lower)).toEqual(["s11 three-of-four"]);
  });

  test("name a gap by no rule", () => {
    expect(rulesOf([10, 11, 10, 11, 10, 11, null, null, 10])).toEqual([]);
  });

  test("name no three of four where only three are there, nor where a gap is among the four", () => {
    // Mean 10.7, mean range 1.1, half way to the upper limit 12.1.
    const low = [10, 9, 10, 9, 10, 9, 10, 9, 10];
    const threes = (values: (number | null)[]) => rulesOf(values).filter((rule) => rule.endsWith("four"));
    expect(threes([14, 14, 14, ...low])).toEqual([]);
    expect(threes([...low, 14, 14, null, 14])).toEqual([]);
    expect(threes([...low, 14, 14, 14])).toEqual(["s12 three-of-four"]);
  });

  test("are none for a process that never changes", () => {
    expect(rulesOf([5, 5, 5, 5, 5, 5, 5, 5, 5, 5])).toEqual([]);
  });
});

describe("a frozen baseline", () => {
  // Mean 10.5, mean range 1, limits 10.5 ± 2.66; what follows is a process of its own.
  const frozen = [10, 11, 10, 11, 10, 11];
  const after = [13, 14, 13, 14, 13, 14, 13, 14];
  const judged = limitsBy(points(...frozen, ...after), { minimum: 0, baseline: frozen.length });

  test("makes the limits alone", () => {
    expect(judged.limits).toEqual(xmr(points(...frozen), 0).limits);
    expect(judged.limits!.upper).toBeCloseTo(13.16, 12);
  });

  test("judges every point after it, in runs that it may have begun", () => {
    const named = judged.signals.map(({ sprint, rule }) => `${sprint} ${rule}`);
    expect(named.filter((rule) => rule.endsWith("outside"))).toEqual(
      [8, 10, 12, 14].map((sprint) => `s${sprint} outside`),
    );
    // Its last point lies above the mean already, and is the first of the run.
    expect(named.filter((rule) => rule.endsWith("eight"))).toEqual(["s13 eight", "s14 eight"]);
  });

  test("needs six known points of its own, whatever comes after", () => {
    const five = limitsBy(points(10, 11, null, 10, 11, 10, 99, 99, 99), { minimum: 0, baseline: 6 });
    expect(five).toEqual({ limits: null, signals: [] });
  });
});
