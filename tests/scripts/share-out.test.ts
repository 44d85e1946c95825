import fc from "fast-check";
import { expect, test } from "vitest";
import { shareOut } from "../../scripts/steps/share-out.ts";

const reports = (...bytes: number[]) =>
  bytes.map((size, index) => ({ name: `team-${index}.json`, bytes: size }));

test("reports of one size go to all processes, and a few more to the one that runs already", () => {
  const shares = shareOut(reports(...Array.from({ length: 43 }, () => 100)), 2);
  expect(shares.map((names) => names.length)).toEqual([23, 20]);
});

test("a large report has a process for itself", () => {
  expect(shareOut(reports(10, 10, 900, 10), 2)).toEqual([
    ["team-2.json"],
    ["team-0.json", "team-1.json", "team-3.json"],
  ]);
});

test("the same reports are shared out alike, in whatever order the folder lists them", () => {
  const list = reports(5, 5, 7, 5, 9);
  expect(shareOut(list.toReversed(), 3)).toEqual(shareOut(list, 3));
});

test("every report is in one share, and none outweighs the lightest by more than the largest report and the head start", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_000 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      (sizes, processes) => {
        const list = reports(...sizes);
        const shares = shareOut(list, processes);
        expect(shares).toHaveLength(processes);
        expect(shares.flat().toSorted()).toEqual(list.map(({ name }) => name).toSorted());
        const bytes = new Map(list.map((report) => [report.name, report.bytes]));
        const weights = shares.map((names) => names.reduce((sum, name) => sum + bytes.get(name)!, 0));
        const largest = Math.max(0, ...sizes);
        expect(Math.max(...weights)).toBeLessThanOrEqual(1.15 * (Math.min(...weights) + largest));
      },
    ),
  );
});
