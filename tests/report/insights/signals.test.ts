import { describe, expect, test } from "vitest";
import { points, said } from "../../support/findings-builder.ts";

describe("insights on signals", () => {
  const limits = { centre: 20, upper: 32, lower: 8, clamped: false, meanRange: 4.5, rangeLimit: 14.7 };
  const of = (id: string, value: number, rule: "outside" | "eight" | "three-of-four", running = false) =>
    said({
      [id]: {
        series: points([20, value], { running }),
        limits,
        signals: [{ sprint: "sprint-2", rule }],
      },
    });

  test("say what is more than chance, with the figure and the limits", () => {
    expect(
      [
        of("estimate-coverage", 45, "outside"),
        of("velocity", 12, "eight"),
        of("time-to-ready", 30, "three-of-four"),
        of("participation", 1, "three-of-four"),
        of("refinement-rate", 31, "eight"),
      ]
        .filter((text) => text.includes("chance"))
        .map((text) => text.split("\n")[0])
        .join("\n"),
    ).toMatchInlineSnapshot(`
      "estimate-coverage: Estimate coverage was 45 % in Sprint 2, outside its usual 8 to 32: that is more than chance.
      velocity: Velocity was 12 points in Sprint 2, at least the eighth sprint in a row below its mean of 20: that is more than chance.
      time-to-ready: Time to ready was 30 days in Sprint 2, the third of four sprints near its upper limit of 32: that is more than chance.
      participation: Participation was 1 person in Sprint 2, the third of four sprints near its lower limit of 8: that is more than chance.
      refinement-rate: Refinement rate was 31 in Sprint 2, at least the eighth sprint in a row above its mean of 20: that is more than chance."
    `);
  });

  test("of the newest points alone, the running sprint's too", () => {
    const old = {
      series: points([45, 20, 20]),
      limits,
      signals: [{ sprint: "sprint-1", rule: "outside" as const }],
    };
    expect(said({ "estimate-coverage": old })).toBe("");
    expect(of("estimate-coverage", 45, "outside", true)).toContain("in Sprint 2");
  });

  test("once for each metric, by the first rule, and in place of the plain sentence on effort", () => {
    const signals = (["outside", "three-of-four"] as const).map((rule) => ({ sprint: "sprint-2", rule }));
    const text = said({
      "refinement-effort": { series: points([20, 45]), limits, signals, extra: { effortDepth: [] } },
    });
    expect(text).toMatchInlineSnapshot(
      `"refinement-effort: Refinement effort was 45 % in Sprint 2, outside its usual 8 to 32: that is more than chance."`,
    );
  });
});
