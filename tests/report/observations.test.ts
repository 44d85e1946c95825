import fc from "fast-check";
import { expect, test } from "vitest";
import { orderWalk } from "../../src/history/order/walk.ts";
import { describeObservations } from "../../src/report/observations.ts";
import { backlogOf } from "../support/history-builder.ts";
import { randomObservations } from "../support/random-observations.ts";

test("says the same whether the looks have been compared before, in pairs that follow each other or not", () => {
  fc.assert(
    fc.property(randomObservations({ min: 1, max: 8 }), fc.integer({ min: 2, max: 4 }), (list, length) => {
      const fresh = describeObservations(backlogOf(list));
      const backlog = backlogOf(list);
      const looks = backlog.observations.flatMap(({ run }, index) => (run.ordered ? [index] : []));
      const walk = orderWalk(backlog);
      for (let from = 0; from < looks.length; from += length) walk.stretch(looks.slice(from, from + length));
      expect(describeObservations(backlog)).toEqual(fresh);
      // A comparison that skips looks must not pass for one with the look before.
      const skipping = backlogOf(list);
      if (looks.length > 2) orderWalk(skipping).stretch([looks[0]!, looks.at(-1)!]);
      expect(describeObservations(skipping)).toEqual(fresh);
    }),
    { numRuns: 200 },
  );
});
