import fc from "fast-check";
import { type Facts, FIELDS, type Field } from "../../src/model/facts.ts";
import type { Observation } from "../../src/model/observation.ts";
import { observe } from "./observation-builder.ts";

const IDS = ["ABC-1", "ABC-2", "ABC-9", "ABC-10", "XY-3", "#7"];

const maybe = <T>(...values: T[]): fc.Arbitrary<T | null> => fc.constantFrom(null, ...values);

const facts: fc.Arbitrary<Partial<Facts>> = fc.record({
  title: maybe("One", "Two"),
  type: maybe("Story", "Bug"),
  status: maybe("New", "Ready", "Done"),
  category: maybe("todo", "doing", "done"),
  resolution: maybe("Done", "Duplicate"),
  createdAt: maybe("2025-11-01T08:00:00Z"),
  resolvedAt: maybe("2026-01-07T08:00:00Z", "2026-02-07T08:00:00Z"),
  estimate: maybe(1, 2.5, 8),
  labels: maybe([], ["ready"], ["ready", "ui"]),
  sprint: maybe("Sprint 1", "Sprint 2"),
  described: maybe(true, false),
});

/** Columns of an export. When a category changed is only told together with the category. */
const columns: fc.Arbitrary<Field[]> = fc
  .subarray(FIELDS.filter((field) => field !== "categoryAt"))
  .map((fields) => (fields.includes("category") ? [...fields, "categoryAt"] : fields));

const export_ = fc.record({
  items: fc.dictionary(fc.constantFrom(...IDS), facts),
  fields: columns,
  order: fc.option(fc.shuffledSubarray(IDS, { minLength: 1 })),
});

/** Observations in the order of their instants, about nine days apart, so that they fall into several months. */
export const randomObservations = (size: { min: number; max: number }): fc.Arbitrary<Observation[]> =>
  fc.array(export_, { minLength: size.min, maxLength: size.max }).map((list) =>
    list.map(({ items, fields, order }, index) => {
      const at = new Date(Date.UTC(2026, 0, 3 + index * 9, 12)).toISOString().slice(0, 10);
      const withDates = Object.entries(items).map(([id, one]) => [
        id,
        { ...one, categoryAt: one.category === null ? null : `${at}T07:00:00Z` },
      ]);
      return observe(at, Object.fromEntries(withDates), { fields, order });
    }),
  );
