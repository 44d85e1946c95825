import { describe, expect, test } from "vitest";
import { type Day, started, story } from "../../support/flow-story.ts";
import { finishing, measured, pointOf, ready, unready } from "../../support/team-builder.ts";

type Items = Day[1];
/** What Sprint 1 brought between two looks, in points. */
const flow = (before: Items, after: Items) => {
  const days = story(["2026-01-05T00:00:00Z", before], ["2026-01-08", after], ["2026-01-20", after]);
  const result = measured("backlog-flow", days);
  return pointOf(result, "sprint-1").more;
};
/** Created in the instant of the look that shows it: before that nobody knows an estimate. */
const born = (estimate: number | null) => unready(estimate, { createdAt: "2026-01-08T12:00:00Z" });

describe("sizes of a flow", () => {
  test("are unknown as soon as one of its items has an unknown size, whichever comes first", () => {
    expect(flow({}, { A: born(null), B: born(3) })).toMatchObject({ arrived: 2, arrivedSize: null });
    expect(flow({}, { A: born(3), B: born(2) })).toMatchObject({ arrived: 2, arrivedSize: 5 });
    expect(flow({}, { A: born(3), B: born(null) })).toMatchObject({ arrived: 2, arrivedSize: null });
  });

  test("leave the growth alone where an item of unknown size only becomes ready", () => {
    const more = flow({ A: unready(null) }, { A: ready(null), B: born(3) });
    expect(more).toMatchObject({ becameReadySize: null, net: 1, netSize: 3 });
  });

  test("are those of right before for what leaves, and of right after for what comes", () => {
    const more = flow(
      { A: ready(5), B: started({ estimate: 2 }) },
      { A: started({ estimate: 8 }), B: unready(1) },
    );
    expect(more).toMatchObject({ pulledSize: 5, returnedSize: 1, net: 0, netSize: 1 - 5 });
  });

  test("list their items by key, numbers as numbers", () => {
    const first = { "B-1": born(1), "A-10": born(1) };
    const late = unready(1, { createdAt: "2026-01-12T12:00:00Z" });
    const days = story(
      ["2026-01-05T00:00:00Z", {}],
      ["2026-01-08", first],
      ["2026-01-12", { ...first, "A-9": late }],
    );
    const last = { ...days.observations.at(-1)!, at: "2026-01-20T12:00:00Z", source: "exports/last.csv" };
    const looks = { observations: [...days.observations, last], asOf: last.at };
    const [lists] = measured("backlog-flow", looks).extra.items as Record<string, unknown>[];
    expect(lists!.arrived).toEqual([{ id: "A-9" }, { id: "A-10" }, { id: "B-1" }]);
  });
});

describe("where only dates tell of a sprint", () => {
  const late = (items: Items, without: Parameters<typeof fields>[0] = []) => {
    const days = story(["2026-02-03", items]);
    const observations = days.observations.map((one) => ({ ...one, fields: fields(without, one.fields) }));
    const result = measured("backlog-flow", { ...days, observations });
    return ["sprint-1", "sprint-2"].map((sprint) => {
      const { arrived, split, finished, dropped } = pointOf(result, sprint).more;
      return [arrived, split, finished, dropped];
    });
  };
  const fields = (without: readonly string[], all: readonly string[] = []) =>
    all.filter((field) => !without.includes(field)) as never[];
  const done = finishing([1]);

  test("arrivals and ends are known", () => {
    expect(late({ A: born(1), ...done })).toEqual([
      [1, 0, 1, 0],
      [0, 0, 0, 0],
    ]);
  });

  test("ends are known by either date, the resolution's or the category's", () => {
    expect(late({ A: born(1) }, ["categoryAt"])[0]).toEqual([1, 0, 0, 0]);
    expect(late({ A: born(1) }, ["resolvedAt"])[0]).toEqual([1, 0, 0, 0]);
    expect(late({ A: born(1) }, ["resolvedAt", "categoryAt"])[0]).toEqual([1, 0, null, null]);
  });

  test("arrivals are not known without dates of creation", () => {
    expect(late({ A: born(1) }, ["createdAt"])[0]).toEqual([null, null, 0, 0]);
  });
});

test("nothing is known of a sprint that ended before the first item was created, or as it was", () => {
  const of = (createdAt: string) => {
    const items = { A: unready(1, { createdAt }) };
    const days = story(["2026-02-03", items]);
    const observations = days.observations.map((one) => ({ ...one, items: new Map(Object.entries(items)) }));
    const result = measured("backlog-flow", { ...days, observations });
    return pointOf(result, "sprint-1").more.arrived;
  };
  expect([of("2026-01-20T09:00:00Z"), of("2026-01-19T00:00:00Z"), of("2026-01-18T23:59:59Z")]).toEqual([
    null,
    null,
    1,
  ]);
});
