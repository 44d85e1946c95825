import { describe, expect, test } from "vitest";
import { points, said } from "../../support/findings-builder.ts";

describe("insights on effort", () => {
  const effort = (
    values: (number | null)[],
    last: { depth: number | null; quadrant: string | null } = { depth: 2.5, quadrant: "converging" },
  ) =>
    said({
      "refinement-effort": {
        series: points(values),
        extra: { effortDepth: [{ sprint: `sprint-${values.length}`, effort: values.at(-1), ...last }] },
      },
    });

  test("say what refinement took, and how that moved", () => {
    expect(
      [effort([9.3, 9.6]), effort([9.6, 9.3]), effort([9.3, 9.31]), effort([9.3])].join("\n"),
    ).toMatchInlineSnapshot(`
        "refinement-effort: Refinement took 9.6 % of capacity in Sprint 2, up from 9.3 %.
        refinement-effort: Refinement took 9.3 % of capacity in Sprint 2, down from 9.6 %.
        refinement-effort: Refinement took 9.3 % of capacity in Sprint 2, unchanged from 9.3 %.
        refinement-effort: Refinement took 9.3 % of capacity in Sprint 1."
      `);
    expect(effort([9, null])).toBe("");
  });

  test("say what came of it where the depth is outside the band", () => {
    expect(
      [
        effort([4.2], { depth: 1.1, quadrant: "under-invested" }),
        effort([14], { depth: 1.96, quadrant: "not converging" }),
        effort([8], { depth: 4.1, quadrant: "over-refining" }),
        effort([8], { depth: 1, quadrant: "converging" }),
        effort([8], { depth: 3.4, quadrant: "converging" }),
      ].join("\n"),
    ).toMatchInlineSnapshot(`
      "refinement-effort: Refinement took 4.2 % of capacity in Sprint 1, within the guideline, and the depth ended at 1.1 sprints, below its band: there is room to refine more.
      refinement-effort: Refinement took 14 % of capacity in Sprint 1, above the guideline, and the depth ended at 1.96 sprints, below its band and no nearer to it: what a session ends with may matter more than its length.
      refinement-effort: Refinement took 8 % of capacity in Sprint 1, and the depth ended at 4.1 sprints, above its band and no nearer to it: some refinement can wait.
      refinement-effort: Refinement took 8 % of capacity in Sprint 1, and the depth came nearer to its band: 1 sprint at the end, below it.
      refinement-effort: Refinement took 8 % of capacity in Sprint 1, and the depth came nearer to its band: 3.4 sprints at the end, above it."
    `);
  });

  test("take the tracker's events where nothing is logged, and say that it is an estimate", () => {
    const of = (instead: string | null) =>
      said({
        "refinement-effort": { extra: { instead, effortDepth: [] } },
        "refinement-activity": { series: points([30, 34.4]) },
      });
    expect(of("refinement-activity")).toMatchInlineSnapshot(
      `"refinement-activity: No refinement is logged. By the tracker’s events, 34.4 % of what people did in Sprint 2 was refinement: an estimate."`,
    );
    expect(of(null)).toBe("");
  });

  test("say how many took part when that changed", () => {
    const of = (...values: number[]) => said({ participation: { series: points(values) } });
    expect([of(2, 4), of(3, 1)].join("\n")).toMatchInlineSnapshot(`
      "participation: 4 people took part in refinement in the tracker in Sprint 2, up from 2.
      participation: 1 person took part in refinement in the tracker in Sprint 2, down from 3."
    `);
    expect(of(2, 2)).toBe("");
  });
});
