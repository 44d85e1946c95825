import { describe, expect, test } from "vitest";
import { points, said, startOf } from "../../support/findings-builder.ts";

const TERMS = { became: 0, returned: 0, fell: 0, pulled: 0, closed: 0, reestimated: 0, velocity: 0 };
const bridge = (terms: Partial<typeof TERMS>) => [
  { from: new Date(startOf(2)).toISOString().replace(".000Z", "Z"), terms: { ...TERMS, ...terms } },
];
const depth = (value: number | null, series: readonly (number | null)[], extra = {}, inputs = {}) => ({
  "ready-depth": {
    value,
    series: points(series, { running: true }),
    extra: { bridge: [], ...extra },
    inputs,
  },
});

describe("insights on ready depth", () => {
  test("say how deep it is, for how long, and what moved it, the largest part first", () => {
    const terms = { became: 0.5, pulled: -1.1, velocity: -0.2, closed: 0.1, fell: -0.04 };
    expect(said(depth(1.4, [1.9, 1.8, 1.5], { bridge: bridge(terms) }))).toMatchInlineSnapshot(
      `"ready-depth: Ready depth is 1.4 sprints, below the 2 to 3 band for the third sprint. Since Sprint 3 began: −1.1 pulled into sprints, +0.5 became ready, −0.2 velocity rose."`,
    );
  });

  test("say it of every side of the band, and since when", () => {
    expect(said(depth(2.4, [1.9, 1.8, 2.5]))).toMatchInlineSnapshot(
      `"ready-depth: Ready depth is 2.4 sprints, within the 2 to 3 band since Sprint 3."`,
    );
    expect(said(depth(3.5, [1.9, 3.8, 3.5]))).toMatchInlineSnapshot(
      `"ready-depth: Ready depth is 3.5 sprints, above the 2 to 3 band for the second sprint."`,
    );
    expect(said(depth(1, [2.5]))).toMatchInlineSnapshot(
      `"ready-depth: Ready depth is 1 sprint, below the 2 to 3 band."`,
    );
    expect(said(depth(1.96, [2.5]))).toContain("is 1.96 sprints, below");
  });

  test("say when the ready work is used up, where there is less than the team wants", () => {
    const runsDry = { p50: "2026-03-05", p85: "2026-03-12" };
    expect(said(depth(1.4, [2.5], { runsDry }))).toContain(
      "If nothing more becomes ready, the ready work is as likely as not to be used up by 5 March 2026, and 85 % likely by 12 March 2026.",
    );
    expect(said(depth(2.4, [2.5], { runsDry }))).not.toContain("used up");
    expect(said(depth(1.4, [2.5], { runsDry: { p50: null, p85: null } }))).not.toContain("used up");
  });

  test("name the first item from the top that is not ready, with what it still needs", () => {
    const of = (fromTop: number, firstUnreadyFailed: string[]) =>
      said(depth(null, [], { firstUnreadyFailed }, { fromTop, firstUnready: "ABC-7" }));
    expect(of(0.65, ["estimate", "acceptanceCriteria", "maxSize"])).toMatchInlineSnapshot(
      `"ready-depth: From the top of the backlog, 0.7 sprints are ready without a gap; ABC-7 is the first item that is not: it still needs an estimate, acceptance criteria and to be split."`,
    );
    expect(of(1, ["status"])).toMatchInlineSnapshot(
      `"ready-depth: From the top of the backlog, 1 sprint is ready without a gap; ABC-7 is the first item that is not: it still needs the status."`,
    );
    expect(of(0, ["labels", "description", "notBlocked"])).toContain(
      "still needs the label, a description and to be unblocked.",
    );
    expect(of(3, ["estimate"])).toBe("");
  });

  test("say what the next refinement could do", () => {
    const of = (ids: string[], minutes: number | null) => said({}, { agenda: { ids, depth: 2.14, minutes } });
    expect(of(["A", "B"], 49.6)).toMatchInlineSnapshot(
      `"ready-depth: Refining A and B would lift the depth to 2.1 sprints, about 50 minutes at the logged pace."`,
    );
    expect(of(["A", "B", "C", "D"], null)).toMatchInlineSnapshot(
      `"ready-depth: Refining the first 4 items of the worklist would lift the depth to 2.1 sprints."`,
    );
    expect(of([], 0)).toBe("");
  });
});
