import fc from "fast-check";
import { expect, test } from "vitest";
import { movesBetween } from "../../../src/history/order/moves.ts";
import { orderWalk } from "../../../src/history/order/walk.ts";
import { backlogOf } from "../../support/history-builder.ts";
import { randomObservations } from "../../support/random-observations.ts";

test("counts the survivors and moves in the head before or after as comparing the heads one by one does", () => {
  fc.assert(
    fc.property(
      randomObservations({ min: 2, max: 8 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 }),
      (list, lengths) => {
        const backlog = backlogOf(list);
        const looks = backlog.observations.flatMap((seen, index) => {
          const here = new Set(backlog.productBacklog(seen.at).map(({ id }) => id));
          return seen.order === null ? [] : [{ index, ids: seen.order.filter((id) => here.has(id)) }];
        });
        if (looks.length < 2) return;
        let asked = 0;
        const { steps } = orderWalk(backlog).stretch(
          looks.map(({ index }) => index),
          () => {
            let left = lengths[asked++ % lengths.length]!;
            return () => --left === 0;
          },
        );
        const headOf = (look: number) => looks[look]!.ids.slice(0, lengths[look % lengths.length]);
        const expected = looks.slice(1).map(({ ids }, before) => {
          const { survivors, moved } = movesBetween(looks[before]!.ids, ids);
          const head = new Set([...headOf(before), ...headOf(before + 1)]);
          return {
            survivors: survivors.filter((id) => head.has(id)).length,
            moved: moved.filter((id) => head.has(id)).length,
          };
        });
        expect(steps.map(({ head }) => head)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
