import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Backlog } from "../../../src/history/backlog.ts";
import { discordance, movesBetween } from "../../../src/history/order/moves.ts";
import { orderWalk, type Stretch } from "../../../src/history/order/walk.ts";
import type { Observation } from "../../../src/model/observation.ts";
import { backlogOf } from "../../support/history-builder.ts";
import { observe, same } from "../../support/observation-builder.ts";
import { randomObservations } from "../../support/random-observations.ts";

const OPEN = { status: "New", category: "todo" } as const;

/** Looks at orders of open items; what is not in an order is not there. */
const looks = (...orders: string[]): Backlog =>
  backlogOf(
    orders.map((order, index) =>
      observe(`2026-01-${String(index + 6).padStart(2, "0")}`, same([..."ABCDEFGH"], OPEN), {
        order: [...order],
      }),
    ),
  );

/** The order of the Product Backlog at each observation that shows one, put together as it is defined. */
const ordersOf = (backlog: Backlog) =>
  backlog.observations.flatMap((seen, index) => {
    const here = new Set(backlog.productBacklog(seen.at).map(({ id }) => id));
    return seen.order === null ? [] : [{ index, at: seen.at, ids: seen.order.filter((id) => here.has(id)) }];
  });

type Orders = ReturnType<typeof ordersOf>;

const plainSteps = (orders: Orders) =>
  orders.slice(1).map(({ ids }, index) => {
    const before = orders[index]!.ids;
    const { survivors, moved, distance } = movesBetween(before, ids);
    const pairs = (survivors.length * (survivors.length - 1)) / 2;
    return {
      survivors: survivors.length,
      moved: moved.map((id) => ({ id, distance: distance.get(id)! })),
      inversions: pairs > 0 ? Math.round(discordance(before, ids)! * pairs) : 0,
    };
  });

const plainStable = (orders: Orders) => {
  const everywhere = orders.map(({ ids }) => new Set(ids)).reduce((kept, here) => kept.intersection(here));
  const lists = orders.map(({ ids }) => ids.filter((id) => everywhere.has(id)));
  const moves = (a: readonly string[], b: readonly string[]) => movesBetween(a, b).moved.length;
  return {
    gross: lists.slice(1).reduce((total, ids, index) => total + moves(lists[index]!, ids), 0),
    net: moves(lists[0]!, lists.at(-1)!),
  };
};

const withoutHeads = ({ steps }: Stretch) => steps.map(({ head: _, ...step }) => step);

/** Many items that mostly stay, with drags and arrivals a day, so that blocks are long and short. */
const longOrders = (): Observation[] => {
  const ids = Array.from({ length: 60 }, (_, index) => `A-${index + 1}`);
  return Array.from({ length: 12 }, (_, day) => {
    for (const [from, to] of [
      [(day * 17) % ids.length, (day * 5) % 40],
      [(day * 23 + 7) % ids.length, (day * 11 + 3) % 50],
    ] as const)
      ids.splice(to, 0, ...ids.splice(from, 1));
    ids.splice(day * 3, 0, `B-${day}`);
    const there = ids.filter((_, index) => (index + day) % 13 !== 0);
    return observe(`2026-01-${String(day + 6).padStart(2, "0")}`, same(there, OPEN), { order: [...ids] });
  });
};

describe("a walk through orders", () => {
  test("finds the moves of the worked example, and nothing in arrivals and departures", () => {
    const backlog = looks("ABCDE", "DCABE", "DCFABE", "DCAB");
    const { ordered, steps } = orderWalk(backlog).stretch([0, 1, 2, 3]);
    expect(ordered).toEqual([5, 5, 6, 4]);
    expect(steps.map(({ survivors, moved }) => [survivors, moved.map(({ id }) => id).join("")])).toEqual([
      [5, "DC"],
      [5, ""],
      [4, ""],
    ]);
    expect(steps[0]!.moved).toEqual([
      { id: "D", distance: 3 },
      { id: "C", distance: 1 },
    ]);
  });

  test("compares random orders as they are compared one by one, in one stretch or in many", () => {
    fc.assert(
      fc.property(randomObservations({ min: 2, max: 8 }), fc.integer({ min: 2, max: 5 }), (list, length) => {
        const backlog = backlogOf(list);
        const orders = ordersOf(backlog);
        const indexes = orders.map(({ index }) => index);
        if (orders.length === 0) return;
        const whole = orderWalk(backlog).stretch(indexes);
        expect(whole.ordered).toEqual(orders.map(({ ids }) => ids.length));
        expect(withoutHeads(whole)).toEqual(plainSteps(orders));
        expect(whole.stable()).toEqual(plainStable(orders));
        const walk = orderWalk(backlog);
        for (let from = 0; from < orders.length; from += length - 1) {
          const part = orders.slice(from, from + length);
          const stretch = walk.stretch(part.map(({ index }) => index));
          expect(withoutHeads(stretch)).toEqual(plainSteps(part));
          expect(stretch.stable()).toEqual(plainStable(part));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("compares long orders as they are compared one by one", () => {
    const backlog = backlogOf(longOrders());
    const orders = ordersOf(backlog);
    const stretch = orderWalk(backlog).stretch(orders.map(({ index }) => index));
    expect(withoutHeads(stretch)).toEqual(plainSteps(orders));
    expect(stretch.stable()).toEqual(plainStable(orders));
    expect(stretch.steps.some(({ moved }) => moved.length > 1)).toBe(true);
  });

  test("counts the Product Backlog at every observation, with an order or without", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 8 }), (list) => {
        const backlog = backlogOf(list);
        expect(orderWalk(backlog).counts).toEqual(
          backlog.observations.map(({ at }) => backlog.productBacklog(at).length),
        );
      }),
    );
  });

  test("counts moves and survivors in the head of either order", () => {
    const backlog = looks("ABCDEFGH", "BACDEFHG", "CBADEFHG");
    const firstTwo = () => {
      let count = 0;
      return () => ++count >= 2;
    };
    const { steps } = orderWalk(backlog).stretch([0, 1, 2], firstTwo);
    // B and A change places on top, H and G at the bottom; then C comes to the top: A, B, C are in either head.
    expect(steps.map(({ head }) => head)).toEqual([
      { survivors: 2, moved: 1 },
      { survivors: 3, moved: steps[1]!.moved.length },
    ]);
    expect(orderWalk(backlog).stretch([0, 1]).steps[0]!.head).toBeNull();
  });

  test("hands over the estimates of the day to find the head", () => {
    const estimates = (day: string, a: number | null) =>
      observe(
        `2026-01-${day}`,
        { A: { ...OPEN, estimate: a }, B: { ...OPEN, estimate: 3 } },
        { order: ["A", "B"] },
      );
    const backlog = backlogOf([estimates("06", 5), estimates("07", null)]);
    const asked: (number | null)[][] = [];
    orderWalk(backlog).stretch([0, 1], () => {
      const own: (number | null)[] = [];
      asked.push(own);
      return (estimate) => own.push(estimate) >= 9;
    });
    expect(asked).toEqual([
      [5, 3],
      [null, 3],
    ]);
  });
});
