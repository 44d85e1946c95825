import { describe, expect, test } from "vitest";
import { points, said } from "../../support/findings-builder.ts";

describe("insights on the last sprint", () => {
  test("say what was pulled before it was ready", () => {
    const of = (entered: number, unreadyItems: number) =>
      said({
        "unready-pulls": {
          series: points([
            { value: (unreadyItems / entered) * 100, more: { entered, unready: unreadyItems, born: 0 } },
          ]),
        },
      });
    expect([of(6, 2), of(8, 1)].join("\n")).toMatchInlineSnapshot(`
      "unready-pulls: 2 of 6 items entered Sprint 1 before they were ready, 33 %.
      unready-pulls: 1 of 8 items entered Sprint 1 before it was ready, 13 %."
    `);
    expect(of(6, 0)).toBe("");
  });

  test("say whether readiness paid, either way", () => {
    const of = (readyFinished: number, unreadyFinished: number) =>
      said({
        "ready-payoff": {
          value: readyFinished * 5 - unreadyFinished * 10,
          inputs: { ready: 20, readyFinished, unready: 10, unreadyFinished },
        },
      });
    expect(of(17, 5)).toMatchInlineSnapshot(
      `"ready-payoff: Over the last 10 sprints, 85 % of the items that were ready when pulled were finished in their sprint, and 50 % of the others."`,
    );
    expect(of(10, 8)).toContain("50 % of the items that were ready");
    expect(of(16, 8)).toBe("");
  });

  test("say whether refinement keeps up", () => {
    const of = (value: number) => said({ "refinement-rate": { series: points([value]) } });
    expect(of(0.55)).toMatchInlineSnapshot(
      `"refinement-rate: Work worth 0.6 sprints became ready in Sprint 1; work worth 1 sprint holds the depth steady."`,
    );
    expect(of(1.5)).toContain("Work worth 1.5 sprints became");
    expect(of(0)).toContain("Nothing became ready in Sprint 1; work worth 1 sprint holds");
    expect([of(0.9), of(1.1)]).toEqual(["", ""]);
  });

  test("say how much the order was rearranged, and how much of it was undone", () => {
    const of = (moves: number, thrash: number | null) =>
      said({ "order-churn": { series: points([{ value: moves * 5, more: { moves, thrash } }]) } });
    expect([of(3, 1 / 3), of(1, 0), of(2, null)].join("\n")).toMatchInlineSnapshot(`
      "order-churn: 3 moves rearranged the order in Sprint 1, 15 for every 100 items that stayed. 33 % of the rearranging was undone again.
      order-churn: 1 move rearranged the order in Sprint 1, 5 for every 100 items that stayed.
      order-churn: 2 moves rearranged the order in Sprint 1, 10 for every 100 items that stayed."
    `);
    expect(of(0, null)).toBe("");
  });

  test("say that the scope changed, where the plan itself was seen", () => {
    const given = {
      "sprint-scope-change": { series: points([{ value: 37.5, more: { added: 2, removed: 1 } }]) },
    };
    expect(said(given)).toMatchInlineSnapshot(
      `"sprint-scope-change: After its first day the Sprint Backlog of Sprint 1 changed by 38 %: 2 added, 1 removed."`,
    );
    expect(said(given, { planned: new Set() })).toBe("");
    expect(said({ "sprint-scope-change": { series: points([20]) } })).toBe("");
  });
});
