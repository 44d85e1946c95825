import fc from "fast-check";
import { expect, test } from "vitest";
import { movesBetween } from "../../../src/history/order/moves.ts";
import { exportOf, readText } from "./jira-file.ts";

/** The order that an export shows whose items have these ranks, in whatever order its rows stand. */
const orderBy = async (ranks: readonly string[], rows: readonly number[]): Promise<readonly string[]> => {
  const text = exportOf(
    ...rows.map((index) => ({ "Issue key": `A-${index + 1}`, "Custom field (Rank)": ranks[index]! })),
  );
  return (await readText(text)).order!;
};

/** Places as ranks: fixed width, so that their order as texts is that of the numbers. */
const plain = (places: readonly number[]): string[] => places.map((place) => String(place).padStart(3, "0"));
/** Other values in the same order, as a tracker gives them after it has rebalanced its ranks. */
const rebalanced = (places: readonly number[]): string[] =>
  places.map((place) => `0|i${String(place * 7 + 3).padStart(5, "0")}:zz`);

test("an order and its moves do not depend on the values of the ranks, nor on the order of the rows", async () => {
  const places = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
  await fc.assert(
    fc.asyncProperty(places, places, places, async (before, after, rows) => {
      const inRows = [...rows].sort((a, b) => a - b);
      const [a, b] = [await orderBy(plain(before), rows), await orderBy(plain(after), inRows)];
      const [c, d] = [await orderBy(rebalanced(before), inRows), await orderBy(rebalanced(after), rows)];
      expect([c, d]).toEqual([a, b]);
      expect(a).toEqual(before.map((_, place) => `A-${before.indexOf(place) + 1}`));
      expect(movesBetween(c, d).moved).toEqual(movesBetween(a, b).moved);
    }),
    { numRuns: 60, seed: 3 },
  );
});
