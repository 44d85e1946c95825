import fc from "fast-check";
import { expect, test } from "vitest";
import { takenPlaces } from "../../../src/history/order/taken-places.ts";

test("leads along the taken places in their order, however they were taken and freed", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(39)), (length, toggled) => {
      const line = takenPlaces(length);
      const taken = new Set<number>();
      for (const one of toggled) {
        const place = one % length;
        if (taken.delete(place)) line.free(place);
        else {
          taken.add(place);
          line.take(place);
        }
        const along: number[] = [];
        for (let at = line.first(); at < length; at = line.next(at)) along.push(at);
        expect(along).toEqual([...taken].sort((a, b) => a - b));
        expect(line.ranks.total()).toBe(taken.size);
      }
    }),
  );
});
