import { describe, expect, test } from "vitest";
import { type Day, story } from "../support/flow-story.ts";
import {
  finished,
  finishing,
  measured,
  pointOf,
  ready,
  seen,
  sprintList,
  type TeamInput,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const DONE = finishing([10, 10, 10, 10, 10]);
/** The very instant at which Sprint 6 begins. */
const BORDER = "2026-03-16T00:00:00Z";

describe("at the instant at which a sprint begins", () => {
  const given: TeamInput = {
    observations: [
      seen(BORDER, {
        items: { ...DONE, A: ready(20, { sprint: "Sprint 6" }), B: ready(null), C: unready(10) },
        order: ["A", "B", "C"],
      }),
    ],
    asOf: BORDER,
  };

  test("ready depth counts what is planned for it in its point, and not in the headline", () => {
    const result = measured("ready-depth", given);
    expect(pointOf(result, "sprint-6")).toMatchObject({ value: 3, running: true, more: { readyItems: 2 } });
    expect(pointOf(result, "sprint-5").running).toBe(false);
    expect(result).toMatchObject({ value: 1, inputs: { readyItems: 1, readySize: 10, firstUnready: "C" } });
    expect(result.extra).toMatchObject({ window: ["B", "C"] });
  });

  test("the next sprint is the one after it", () => {
    const [next] = measured("ready-depth", given).extra.nextSprints as { name: string; start: string }[];
    expect(next).toMatchObject({ name: "Sprint 7", start: "2026-03-30T00:00:00Z" });
  });

  test("estimate coverage and readiness are those of what is left when it is planned", () => {
    const coverage = measured("estimate-coverage", given);
    expect(coverage).toMatchObject({ value: 0, inputs: { readyItems: 1, window: 50, windowItems: 2 } });
    expect(pointOf(coverage, "sprint-6")).toMatchObject({
      value: 50,
      running: true,
      more: { readyItems: 2 },
    });
    expect(pointOf(coverage, "sprint-5").running).toBe(false);
    expect(measured("readiness", given)).toMatchObject({
      value: 50,
      inputs: { windowItems: 2, windowSize: 20 },
    });
  });
});

describe("where the calendar ends", () => {
  const sprints = sprintList(
    "One 2026-01-05 2026-01-18",
    "Two 2026-01-19 2026-02-01",
    "Three 2026-02-02 2026-02-08",
    "Four 2026-03-02 2026-03-22",
  );
  const team = teamConfig({ sprints });
  const asOf = "2026-02-09T00:00:00Z";
  const observations = [
    seen(asOf, {
      items: {
        ...finishing([10, 10]),
        LAST: finished("2026-02-05", 10),
        A: ready(10),
        B: ready(10),
        C: ready(10),
      },
    }),
  ];

  test("sprints that nobody has planned yet have a number and no start", () => {
    const { nextSprints } = measured("ready-depth", { team, observations, asOf }).extra;
    expect(nextSprints).toMatchObject([
      { sprint: 1, name: "Four", start: "2026-03-02T00:00:00Z", ready: 10, unready: 0 },
      { sprint: 2, name: "In 2 sprints", start: null, ready: 10, unready: 0 },
      { sprint: 3, name: "In 3 sprints", start: null, ready: 10, unready: 0 },
    ]);
  });

  test("in a pause the shelf life is three times the sprint that ended last", () => {
    expect(measured("ready-age", { team, observations, asOf }).inputs).toMatchObject({ shelfDays: 21 });
  });
});

describe("ready age at its borders", () => {
  test("is not beyond the shelf life at exactly three sprints", () => {
    const age = (last: string) =>
      measured(
        "ready-age",
        story(["2026-01-05", { A: unready(1) }], ["2026-01-06", { A: ready(1) }], [last, { A: ready(1) }]),
      ).inputs.staleItems;
    expect(age("2026-02-17T12:00:00Z")).toBe(0);
    expect(age("2026-02-17T12:00:01Z")).toBe(1);
  });

  test("does not hold what stops being ready at that very look", () => {
    const days = story(
      ["2026-01-05", { A: unready(1) }],
      ["2026-01-06", { A: ready(1), B: ready(1) }],
      ["2026-01-08", { A: unready(1), B: ready(1) }],
    );
    expect(measured("ready-age", days).extra.items).toEqual([{ id: "B", days: 2, atLeast: false }]);
  });

  test("names items of one age by key, numbers as numbers", () => {
    const items = { "A-10": ready(1), "A-9": ready(1), "B-1": ready(1), C: ready(1) };
    const days = story(["2026-01-05", { C: ready(1) }], ["2026-01-07", items], ["2026-01-08", items]);
    const named = measured("ready-age", days).extra.items as { id: string; days: number }[];
    expect(named.map(({ id, days }) => `${id} ${days}`)).toEqual(["C 3", "A-9 1", "A-10 1", "B-1 1"]);
  });
});

describe("backlog flow in words", () => {
  const sentence = (before: Day[1], after: Day[1]) =>
    measured(
      "backlog-flow",
      story(["2026-01-05T00:00:00Z", before], ["2026-01-08", after], ["2026-01-20", after]),
    ).explain[0]!.text;
  const [A, B, C] = ["2026-01-06", "2026-01-06", "2026-01-07"].map((day) =>
    unready(1, { createdAt: `${day}T09:00:00Z` }),
  );

  test("says by how many items the Product Backlog grew or shrank", () => {
    expect(sentence({}, { A: A! })).toBe("The Product Backlog grew by 1 item. Of items: 1 arrived.");
    expect(sentence({}, { A: A!, B: B!, C: C! })).toBe(
      "The Product Backlog grew by 3 items. Of items: 3 arrived.",
    );
    const started = { category: "doing", status: "In Progress" } as const;
    expect(sentence({ X: unready(1) }, { X: unready(1, started) })).toBe(
      "The Product Backlog shrank by 1 item. Of items: 1 pulled into a sprint.",
    );
  });

  test("says that nothing moved", () => {
    expect(sentence({ X: unready(1) }, { X: unready(1) })).toBe(
      "The Product Backlog kept its number of items. Nothing moved.",
    );
  });
});
