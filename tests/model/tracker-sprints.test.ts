import { describe, expect, test } from "vitest";
import type { TrackerSprint } from "../../src/model/names.ts";
import { planSprints } from "../../src/model/sprint.ts";
import { planOfTracker } from "../../src/model/tracker-sprints.ts";

const sprint = (id: string, start: string | null, end: string | null): TrackerSprint => ({
  id,
  title: `Title ${id}`,
  start,
  end,
});

const days = (list: readonly TrackerSprint[], from: "milestones" | "iterations"): string[] => {
  const plan = planOfTracker(list, { from, exclude: [] });
  if (plan.kind !== "list") throw new Error("not a list");
  return plan.list.map(({ name, start, end, refs }) => `${name} ${start}–${end} ${refs!.join("+")}`);
};

describe("milestones", () => {
  test("end on their due date and begin on the day after the one before; the first has the median length", () => {
    const list = [
      sprint("c", null, "2026-02-13"),
      sprint("a", null, "2026-01-16"),
      sprint("b", null, "2026-01-30"),
      sprint("none", null, null),
    ];
    expect(days(list, "milestones")).toEqual([
      "Title a 2026-01-03–2026-01-16 a",
      "Title b 2026-01-17–2026-01-30 b",
      "Title c 2026-01-31–2026-02-13 c",
    ]);
  });

  test("that are due on one day are one sprint", () => {
    expect(days([sprint("a", null, "2026-01-16"), sprint("b", null, "2026-01-16")], "milestones")).toEqual([
      "Title a 2026-01-03–2026-01-16 a+b",
    ]);
  });
});

describe("iterations", () => {
  test("keep their own days, and end before the next where one was edited into it", () => {
    const list = [
      sprint("b", "2026-01-19", "2026-02-08"),
      sprint("a", "2026-01-05", "2026-01-25"),
      sprint("c", "2026-02-16", "2026-03-01"),
    ];
    expect(days(list, "iterations")).toEqual([
      "Title a 2026-01-05–2026-01-18 a",
      "Title b 2026-01-19–2026-02-08 b",
      "Title c 2026-02-16–2026-03-01 c",
    ]);
  });
});

test("a sprint of the tracker is in the team's zone and found by its id", () => {
  const plan = planOfTracker([sprint("a", "2026-01-05", "2026-01-18")], {
    from: "iterations",
    exclude: ["title A"],
  });
  const [first] = planSprints(plan, { zone: "Europe/Berlin", asOf: 0 });
  expect(first).toMatchObject({
    id: "title-a",
    refs: ["a"],
    exclude: true,
    start: Date.parse("2026-01-04T23:00:00Z"),
  });
});
