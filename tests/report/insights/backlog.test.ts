import { describe, expect, test } from "vitest";
import { points, said } from "../../support/findings-builder.ts";

describe("insights on the backlog", () => {
  test("say what has been ready for long", () => {
    const of = (staleItems: number) => said({ "ready-age": { inputs: { items: 11, staleItems } } });
    expect([of(3), of(1)].join("\n")).toMatchInlineSnapshot(`
      "ready-age: 3 of 11 ready items have been ready for longer than 3 sprints: worth a look before planning.
      ready-age: 1 of 11 ready items has been ready for longer than 3 sprints: worth a look before planning."
    `);
    expect(of(0)).toBe("");
  });

  test("say what nobody has touched", () => {
    const of = (untouchedItems: number | null) =>
      said({ "item-age": { inputs: { items: 40, untouchedItems } } });
    expect(of(12)).toMatchInlineSnapshot(
      `"item-age: 12 of 40 items in the Product Backlog have not changed for 90 days."`,
    );
    expect([of(7), of(null)]).toEqual(["", ""]);
  });

  test("say how much of the depth is imputed", () => {
    const of = (imputedItems: number) => said({ "ready-depth": { inputs: { imputedItems, readyItems: 5 } } });
    expect([of(2), of(1)].join("\n")).toMatchInlineSnapshot(`
      "ready-depth: 2 of 5 ready items have no estimate and count as the median of finished items.
      ready-depth: 1 of 5 ready items has no estimate and counts as the median of finished items."
    `);
    expect(of(0)).toBe("");
  });

  test("say that estimates changed", () => {
    const of = (changed: number) =>
      said({
        "estimate-churn": { series: points([{ value: changed * 5, more: { changed, estimated: 20 } }]) },
      });
    expect(of(5)).toMatchInlineSnapshot(
      `"estimate-churn: 5 items got another estimate in Sprint 1; 20 had one at its start."`,
    );
    expect(of(3)).toBe("");
  });

  test("say that two estimates do not tell small from large", () => {
    const of = (...medians: (number | null)[]) =>
      said({
        "estimate-spread": {
          extra: { byEstimate: medians.map((median, index) => ({ estimate: [2, 3, 5, 8][index], median })) },
        },
      });
    expect(of(7, 12.4, null, 9.6)).toMatchInlineSnapshot(
      `"estimate-spread: Items estimated at 8 took 10 days from creation to finish in the middle, items at 3 took 12: these estimates do not tell small from large."`,
    );
    expect([of(7, 8, 9), of(7), of()]).toEqual(["", "", ""]);
  });
});
