import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discordance, movesBetween } from "../../../src/history/order/moves.ts";
import { permutations } from "../../support/permutations.ts";

const letters = (text: string): readonly string[] => Object.freeze([...text]);

/** Every order that one drag of one item makes. */
const drags = (order: string): string[] => {
  const next: string[] = [];
  for (let from = 0; from < order.length; from += 1) {
    const rest = order.slice(0, from) + order.slice(from + 1);
    for (let to = 0; to <= rest.length; to += 1) next.push(rest.slice(0, to) + order[from] + rest.slice(to));
  }
  return next;
};

/** The fewest drags from one order to every other, by breadth-first search. */
const fewestDrags = (start: string): Map<string, number> => {
  const found = new Map([[start, 0]]);
  for (const [order, steps] of found)
    for (const next of drags(order)) if (!found.has(next)) found.set(next, steps + 1);
  return found;
};

const ids = fc.constantFrom(..."ABCDEFGHIJ");
const orders = fc
  .tuple(fc.uniqueArray(ids), fc.uniqueArray(ids))
  .map(([a, b]) => [Object.freeze(a), Object.freeze(b)] as const);

describe("moves", () => {
  test("of the worked example are D and C", () => {
    const { survivors, moved, distance } = movesBetween(letters("ABCDE"), letters("DCXABE"));
    expect(survivors).toEqual([..."DCABE"]);
    expect(moved).toEqual(["D", "C"]);
    expect(Object.fromEntries(distance)).toEqual({ D: 3, C: 1 });
    expect((moved.length / survivors.length) * 100).toBe(40);
  });

  test("are as few as breadth-first search finds, for every order of up to six", () => {
    for (const start of ["", "A", "AB", "ABC", "ABCD", "ABCDE", "ABCDEF"]) {
      const fewest = fewestDrags(start);
      for (const end of permutations([...start])) {
        expect(movesBetween(letters(start), end).moved.length, end.join("")).toBe(fewest.get(end.join("")));
      }
    }
  });

  test("are as few as breadth-first search finds among the survivors, whatever arrives and leaves", () => {
    const few = fc.constantFrom(..."ABCDEFG");
    const both = fc.tuple(fc.uniqueArray(few, { maxLength: 6 }), fc.uniqueArray(few, { maxLength: 6 }));
    fc.assert(
      fc.property(both, ([a, b]) => {
        const before = a.filter((id) => b.includes(id)).join("");
        const after = b.filter((id) => a.includes(id)).join("");
        expect(movesBetween(Object.freeze(a), Object.freeze(b)).moved.length).toBe(
          fewestDrags(before).get(after),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("are one when the last of sixty is dragged to the top", () => {
    const a = Array.from({ length: 60 }, (_, index) => `#${index}`);
    const { moved, distance } = movesBetween(a, [a.at(-1)!, ...a.slice(0, -1)]);
    expect([moved, distance.get("#59")]).toEqual([["#59"], 59]);
  });

  test("are none when rows only arrive, or only leave", () => {
    fc.assert(
      fc.property(fc.uniqueArray(ids), fc.func(fc.boolean()), (order, stays) => {
        const part = order.filter(stays);
        expect(movesBetween(part, order)).toEqual({ survivors: part, moved: [], distance: new Map() });
        expect(movesBetween(order, part).moved).toEqual([]);
      }),
    );
  });

  test("are as many there as back", () => {
    fc.assert(
      fc.property(orders, ([a, b]) => movesBetween(a, b).moved.length === movesBetween(b, a).moved.length),
    );
  });

  test("leave the others in their order", () => {
    fc.assert(
      fc.property(orders, ([a, b]) => {
        const { survivors, moved } = movesBetween(a, b);
        const stays = (id: string): boolean => survivors.includes(id) && !moved.includes(id);
        expect(a.filter(stays)).toEqual(b.filter(stays));
      }),
    );
  });

  test("do not depend on what the ids are called", () => {
    const names = fc.shuffledSubarray([..."zyxwvutsrq"], { minLength: 10 });
    fc.assert(
      fc.property(orders, names, ([a, b], others) => {
        const rename = (id: string): string => others["ABCDEFGHIJ".indexOf(id)]!;
        const [plain, renamed] = [movesBetween(a, b), movesBetween(a.map(rename), b.map(rename))];
        expect(renamed.survivors).toEqual(plain.survivors.map(rename));
        expect(renamed.moved).toEqual(plain.moved.map(rename));
        expect([...renamed.distance.values()]).toEqual([...plain.distance.values()]);
        expect(discordance(a.map(rename), b.map(rename))).toBe(discordance(a, b));
      }),
    );
  });
});

describe("discordance", () => {
  test("is 0 in the same order, 1 reversed, and 5 of 10 pairs in the worked example", () => {
    expect(discordance(letters("ABC"), letters("ABC"))).toBe(0);
    expect(discordance(letters("ABC"), letters("CBA"))).toBe(1);
    expect(discordance(letters("ABCDE"), letters("DCXABE"))).toBe(0.5);
  });

  test("is unknown below two survivors", () => {
    expect(discordance(letters("AB"), letters("BC"))).toBeNull();
    expect(discordance([], [])).toBeNull();
  });
});
