import fc from "fast-check";
import { expect, test } from "vitest";
import { checkName, fromNameLines, nameLines, sameNames } from "../../src/history/names-lines.ts";
import type { Names } from "../../src/model/names.ts";

const day = fc.constantFrom(null, "2026-01-16");
const names: fc.Arbitrary<Names> = fc.record({
  labels: fc.array(fc.tuple(fc.string(), fc.string())).map((entries) => new Map(entries)),
  sprints: fc
    .array(fc.record({ id: fc.string(), title: fc.string(), start: day, end: day }))
    .map((list) => new Map(list.map((sprint) => [sprint.id, sprint]))),
});

test("names come back as they were, in an order of their own", () => {
  fc.assert(
    fc.property(names, (given) => {
      const lines = JSON.parse(JSON.stringify(nameLines(given)));
      for (const line of lines) expect(checkName(line)).toBeNull();
      const back = fromNameLines(lines);
      expect(sameNames(back, given)).toBe(true);
      expect([...back.labels].sort()).toEqual([...given.labels].sort());
      const turned = { ...given, labels: new Map([...given.labels].reverse()) };
      expect(nameLines(turned)).toEqual(nameLines(given));
    }),
  );
});

test("a damaged line is told apart", () => {
  expect([null, 3, {}, { label: "a" }, { sprint: "s" }, { label: "a", name: "b" }].map(checkName)).toEqual([
    "not an object",
    "not an object",
    "neither a label nor a sprint",
    "a label without a name",
    "a sprint without a title",
    null,
  ]);
});
