import { describe, expect, test } from "vitest";
import { verdictOf } from "../../src/report/verdict.ts";

type Input = Parameters<typeof verdictOf>[0];
const verdict = (value: number | null, series: (number | null)[] = [], overrides: Partial<Input> = {}) =>
  verdictOf({
    value,
    reason: null,
    state: "ok",
    band: [2, 3],
    series: series.map((depth, index) => ({ name: `Sprint ${index + 1}`, value: depth })),
    ...overrides,
  });
const said = (...args: Parameters<typeof verdict>): string => {
  const { level, headline, detail } = verdict(...args);
  return `${level}: ${headline} ${detail}`;
};

describe("the verdict", () => {
  test("says what is below the band, and since when without a break", () => {
    expect(said(1.44, [2.5, 1.9, 1.5, 1.4])).toMatchInlineSnapshot(
      `"below: 1.4 sprints of work are ready. Planning needs 2. Below the band of 2 to 3 sprints for the third sprint, since Sprint 2."`,
    );
  });

  test("says what is within the band", () => {
    expect(said(2.5, [1, 2])).toMatchInlineSnapshot(
      `"within: 2.5 sprints of work are ready. That is enough to plan from. Within the band of 2 to 3 sprints since Sprint 2."`,
    );
  });

  test("says what is above the band", () => {
    expect(said(4, [4, 4])).toMatchInlineSnapshot(
      `"above: 4 sprints of work are ready. More than 3 may go stale. Above the band of 2 to 3 sprints for the second sprint, since Sprint 1."`,
    );
  });

  test("counts both ends into the band", () => {
    expect([verdict(2).level, verdict(3).level, verdict(1.999).level, verdict(3.001).level]).toEqual([
      "within",
      "within",
      "below",
      "above",
    ]);
  });

  test("speaks of one sprint in the singular", () => {
    expect(said(1)).toMatchInlineSnapshot(
      `"below: 1 sprint of work is ready. Planning needs 2. Below the band of 2 to 3 sprints."`,
    );
  });

  test("says nothing of since when, where the last point is on another side or a gap", () => {
    expect(verdict(1, [1, 2.5]).detail).toBe("Below the band of 2 to 3 sprints.");
    expect(verdict(1, [1, null]).detail).toBe("Below the band of 2 to 3 sprints.");
    expect(verdict(1, [1, null, 1]).detail).toBe("Below the band of 2 to 3 sprints since Sprint 3.");
  });

  test("names what is missing", () => {
    expect(
      said(null, [], { state: "insufficient-data", reason: "2 of 3 finished sprints" }),
    ).toMatchInlineSnapshot(`"unknown: Ready depth is not known yet. Missing: 2 of 3 finished sprints."`);
  });

  test("names what the source cannot know", () => {
    const reason = "the source does not tell labels (field: labels)";
    const { level, headline, detail } = verdict(null, [], { state: "not-applicable", reason });
    expect([level, headline]).toEqual(["unknown", "Ready depth can’t be told from this source."]);
    expect(detail).toContain("labels");
  });

  test("counts sprints in words, then in ordinals", () => {
    const detail = (count: number) => verdict(1, Array(count).fill(1)).detail;
    expect(detail(10)).toContain("for the tenth sprint, since Sprint 1");
    expect(detail(11)).toContain("for the 11th sprint");
    expect(detail(21)).toContain("for the 21st sprint");
    expect(detail(22)).toContain("for the 22nd sprint");
  });

  test("does not say that what planning needs is there when it is not", () => {
    expect(verdict(1.96).headline).not.toContain("2 sprints of work are ready. Planning needs 2.");
  });
});
