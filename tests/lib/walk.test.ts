import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readyFromTop, shelves, shortestAgenda, totalSize, windowOf } from "../../src/lib/walk.ts";

type Item = { readonly id: string; readonly size: number | null; readonly ready: boolean };

const item = (id: string, size: number | null, ready = true): Item => Object.freeze({ id, size, ready });
const items = (...sizes: (number | null)[]): Item[] =>
  sizes.map((size, index) => item(String.fromCharCode(65 + index), size));
const ids = (list: readonly Item[]): string => list.map(({ id }) => id).join("");

describe("the window", () => {
  test("is the shortest prefix that reaches the target", () => {
    expect(ids(windowOf(items(5, 8, 3, 5), 13))).toBe("AB");
    expect(ids(windowOf(items(5, 8, 3, 5), 14))).toBe("ABC");
  });

  test("is the whole order when that does not reach the target", () => {
    expect(ids(windowOf(items(5, 8), 60))).toBe("AB");
    expect(windowOf([], 60)).toEqual([]);
  });

  test("holds one item when that alone is large enough", () => {
    expect(ids(windowOf(items(100, 1), 60))).toBe("A");
  });

  test("reaches its target with all and not without its last item", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 100 }), (list, target) => {
        const order = items(...list);
        const window = windowOf(order, target);
        if (totalSize(order)! < target) expect(window).toEqual(order);
        else {
          expect(totalSize(window)!).toBeGreaterThanOrEqual(target);
          expect(totalSize(window.slice(0, -1))!).toBeLessThan(target);
        }
      }),
      { seed: 7 },
    );
  });
});

describe("the shelves of the next sprints", () => {
  const filled = (velocity: number, ...sizes: number[]): string[] =>
    shelves(items(...sizes), { velocity, count: 3 }).map(ids);

  test("give an item that crosses a border to the sprint where it starts", () => {
    expect(filled(20, 19, 10, 5)).toEqual(["AB", "C", ""]);
  });

  test("give an item that starts exactly on a border to the later sprint", () => {
    expect(filled(20, 20, 20, 20)).toEqual(["A", "B", "C"]);
  });

  test("leave out what starts on or behind the last border", () => {
    expect(filled(20, 60, 1)).toEqual(["A", "", ""]);
    expect(filled(20, 59, 1, 1)).toEqual(["A", "", "B"]);
  });

  test("skip a sprint that an item fills to its end", () => {
    expect(filled(20, 15, 30, 3)).toEqual(["AB", "", "C"]);
  });

  test("keep borders at thirds of a point", () => {
    expect(filled(20 / 3, 20, 1)).toEqual(["A", "", ""]);
    expect(filled(61 / 3, 61, 1)).toEqual(["A", "", ""]);
  });
});

describe("the ready work from the top", () => {
  test("ends before the first item that is not ready", () => {
    const { ready, stop } = readyFromTop([item("A", 5), item("B", 8), item("C", 3, false), item("D", 1)]);
    expect([ids(ready), stop?.id]).toEqual(["AB", "C"]);
  });

  test("is everything when nothing stops it", () => {
    expect(readyFromTop([item("A", 5)])).toMatchObject({ ready: [{ id: "A" }], stop: null });
  });
});

describe("the shortest agenda", () => {
  const agenda = (
    readySize: number,
    target: number,
    ...sizes: (number | null)[]
  ): [string, number] | null => {
    const found = shortestAgenda(items(...sizes), { readySize, target });
    return found && [ids(found.items), found.size];
  };

  test("is as much of the worklist, from its top, as reaches the target", () => {
    expect(agenda(36, 40, 3, 8, 8)).toEqual(["AB", 47]);
    expect(agenda(36, 39, 3, 8, 8)).toEqual(["A", 39]);
  });

  test("is empty when the target is reached already", () => {
    expect(agenda(40, 40, 3)).toEqual(["", 40]);
    expect(agenda(0, 0)).toEqual(["", 0]);
  });

  test("is none when the whole worklist is not enough", () => {
    expect(agenda(36, 48, 3, 8)).toBeNull();
  });

  test("holds items of unknown size, which lift nothing", () => {
    expect(agenda(36, 40, null, 8)).toEqual(["AB", 44]);
  });
});

test("a sum that holds an item of unknown size is unknown", () => {
  expect(totalSize(items(5, null, 3))).toBeNull();
  expect(totalSize(items(5, 3))).toBe(8);
  expect(totalSize([])).toBe(0);
});
