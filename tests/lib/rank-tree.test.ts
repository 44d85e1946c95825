import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankTree } from "../../src/lib/rank-tree.ts";

describe("a rank tree", () => {
  test("counts nothing where there are no places", () => {
    expect(rankTree(0).total()).toBe(0);
    expect(rankTree(0).before(0)).toBe(0);
  });

  test("knows how many stand before each place, and where each stands, as counting them one by one tells", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.array(fc.nat(69)), (places, toggled) => {
        const tree = rankTree(places);
        const marks = new Array<number>(places).fill(0);
        for (const one of toggled) {
          const place = one % places;
          tree.add(place, marks[place] === 1 ? -1 : 1);
          marks[place] = 1 - marks[place]!;
        }
        const taken = marks.flatMap((mark, place) => (mark === 1 ? [place] : []));
        expect(tree.total()).toBe(taken.length);
        for (let place = 0; place <= places; place += 1)
          expect(tree.before(place)).toBe(taken.filter((one) => one < place).length);
        expect(taken.map((_, rank) => tree.at(rank))).toEqual(taken);
      }),
    );
  });
});
