import { expect, test, vi } from "vitest";
import { lazyMap } from "../../../src/sources/github/lazy-map.ts";

const from = new Map([
  ["a", 1],
  ["b", 2],
]);
const doubled = [
  ["a", 2],
  ["b", 4],
];

test("every way to look at it shows what a map of the made values would", () => {
  const map = lazyMap(from, (value) => value * 2);
  expect([map.size, map.has("a"), map.has("c"), map.get("b"), map.get("c")]).toEqual([
    2,
    true,
    false,
    4,
    undefined,
  ]);
  expect([...map]).toEqual(doubled);
  expect([...map.entries()]).toEqual(doubled);
  expect([[...map.keys()], [...map.values()]]).toEqual([
    ["a", "b"],
    [2, 4],
  ]);
  const seen: [string, number][] = [];
  map.forEach((value, key, same) => {
    expect(same).toBe(map);
    seen.push([key, value]);
  });
  expect(seen).toEqual(doubled);
});

test("a value is made when it is asked for, from what is known of it then", () => {
  const make = vi.fn((value: number, key: string) => `${key}${value}`);
  const map = lazyMap(from, make);
  expect([map.has("a"), [...map.keys()].length]).toEqual([true, 2]);
  expect(make).not.toHaveBeenCalled();
  expect([map.get("a"), map.get("a")]).toEqual(["a1", "a1"]);
  expect(make).toHaveBeenCalledTimes(2);
});
