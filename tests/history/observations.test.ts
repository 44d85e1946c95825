import { describe, expect, test } from "vitest";
import { observationsOf } from "../../src/history/observations.ts";
import type { Facts } from "../../src/model/facts.ts";
import { CAREFUL, historyOf, ms } from "../support/history-builder.ts";
import { type ObservationOptions, observe } from "../support/observation-builder.ts";

type Look = readonly [day: string, items: Record<string, Partial<Facts>>, options?: ObservationOptions];
const STORY = { type: "Story" };
const EPIC = { type: "Epic" };

const isItem = ({ type, subtask }: Facts): boolean => type !== "Epic" && subtask !== true;
const seen = (looks: readonly Look[], asOf = "2026-03-01") => {
  const history = historyOf(
    looks.map(([day, items, options]) => observe(day, items, options)),
    CAREFUL,
  );
  return observationsOf(history, { asOf: ms(asOf), isItem });
};
const counts = (...looks: Look[]): number[] => seen(looks).map(({ items }) => items);

describe("an observation counts its items", () => {
  const [a, b, c] = [STORY, STORY, STORY];

  test("of a type that counts", () => {
    expect(counts(["2026-01-06", { A: STORY, B: EPIC, C: { type: "Story", subtask: true } }])).toEqual([1]);
  });

  test("as they come, go missing and come back", () => {
    const five = { A: a, B: b, C: c, D: STORY, E: STORY };
    const { E, ...four } = five;
    expect(
      counts(
        ["2026-01-06", four],
        ["2026-01-07", five],
        ["2026-01-08", four],
        ["2026-01-09", four],
        ["2026-01-10", { ...four, E }],
      ),
    ).toEqual([4, 5, 4, 4, 5]);
  });

  test("by the type or flag that they have then", () => {
    const one = (facts: Partial<Facts>): Record<string, Partial<Facts>> => ({ A: facts, B: STORY });
    expect(
      counts(
        ["2026-01-06", one(STORY)],
        ["2026-01-07", one(EPIC)],
        ["2026-01-08", one({ ...EPIC, estimate: 3 })],
        ["2026-01-09", one({ type: "Bug" })],
        ["2026-01-10", one({ type: "Bug", subtask: true })],
        ["2026-01-11", one({ type: "Bug", subtask: false })],
      ),
    ).toEqual([2, 1, 1, 2, 1, 2]);
  });

  test("and a container that goes missing and comes back as an item", () => {
    const rest = { B: STORY, C: STORY, D: STORY, E: STORY };
    expect(
      counts(
        ["2026-01-06", { A: EPIC, ...rest }],
        ["2026-01-07", rest],
        ["2026-01-08", { A: EPIC, ...rest }],
        ["2026-01-09", rest],
        ["2026-01-10", { A: STORY, ...rest }],
      ),
    ).toEqual([4, 4, 4, 4, 5]);
  });

  test("without those that were held back, or taken after as-of", () => {
    const five = { A: a, B: b, C: c, D: STORY, E: STORY };
    const looks: Look[] = [
      ["2026-01-06", five],
      ["2026-01-07", { A: STORY }],
      ["2026-01-08", { ...five, F: STORY }],
    ];
    expect(seen(looks).map(({ run, items }) => [run.run, items])).toEqual([
      [1, 5],
      [3, 6],
    ]);
    expect(seen(looks, "2026-01-08")).toHaveLength(2);
    expect(seen(looks, "2026-01-07")).toHaveLength(1);
  });
});

test("an observation shows its order, and none where it has none", () => {
  const two = { A: STORY, B: STORY };
  const looks: Look[] = [
    ["2026-01-06", two, { order: ["A", "B"] }],
    ["2026-01-07", two],
    ["2026-01-08", two, { order: ["B", "A"] }],
    ["2026-01-09", two, { order: ["B", "A"] }],
  ];
  expect(seen(looks).map(({ order }) => order)).toEqual([["A", "B"], null, ["B", "A"], ["B", "A"]]);
  expect(seen(looks).map(({ edit }) => edit === null)).toEqual([false, true, false, true]);
});
