import { describe, expect, test } from "vitest";
import { NO_NAMES } from "../../../src/model/names.ts";
import type { BoardShape, MilestoneNode } from "../../../src/sources/github/answers.ts";
import { isSprintOf, namesNow, sprintIsMilestone } from "../../../src/sources/github/names.ts";
import type { RepositoryOverview } from "../../../src/sources/github/read-overview.ts";
import { settings } from "./settings-builder.ts";

const milestone = (id: string, title: string, dueOn: string | null): MilestoneNode => ({
  id,
  number: 1,
  title,
  dueOn,
  state: "OPEN",
  createdAt: "2026-01-01T00:00:00Z",
  closedAt: null,
});

const iteration = { id: "IT_2", title: "Two", startDate: "2026-01-19", duration: 14 };
const board: BoardShape = {
  id: "PVT_4",
  number: 4,
  closed: false,
  fields: {
    totalCount: 1,
    nodes: [
      {
        __typename: "ProjectV2IterationField",
        configuration: {
          duration: 14,
          startDay: 1,
          iterations: [iteration],
          completedIterations: [{ ...iteration, id: "IT_1", title: "One", startDate: "2026-01-05" }],
        },
      },
    ],
  },
};

const overview = (given: Partial<RepositoryOverview> = {}): RepositoryOverview =>
  ({
    board: null,
    labels: [
      { id: "LA_1", name: "Ready " },
      { id: "LA_2", name: "size/3" },
      { id: "LA_3", name: "hush" },
    ],
    milestones: [milestone("MI_1", "Sprint 1", "2026-01-16T23:30:00Z"), milestone("MI_2", "Someday", null)],
    ...given,
  }) as RepositoryOverview;

const rule = { readyLabels: ["ready"], estimateLabels: "size/*" };

describe("names that are kept", () => {
  test("are labels that the configuration names, and milestones that are sprints", () => {
    const names = namesNow(overview(), {
      settings: settings({ ...rule, sprintsFrom: "milestones" }),
      known: NO_NAMES,
      milestones: true,
    });
    expect([...names.labels]).toEqual([
      ["LA_1", "Ready "],
      ["LA_2", "size/3"],
    ]);
    expect([...names.sprints.values()]).toEqual([
      { id: "MI_1", title: "Sprint 1", start: null, end: "2026-01-16" },
    ]);
  });

  test("stay when the label or the milestone is deleted, and follow when it is renamed", () => {
    const known = namesNow(overview(), {
      settings: settings({ ...rule, sprintsFrom: "milestones" }),
      known: NO_NAMES,
      milestones: true,
    });
    const names = namesNow(overview({ labels: [{ id: "LA_1", name: "READY" }], milestones: [] }), {
      settings: settings({ ...rule, sprintsFrom: "milestones" }),
      known,
      milestones: true,
    });
    expect([...names.labels.values()]).toEqual(["READY", "size/3"]);
    expect([...names.sprints.keys()]).toEqual(["MI_1"]);
  });

  test("are iterations, past ones too, where the board has them", () => {
    const names = namesNow(overview({ board }), {
      settings: settings({ sprintsFrom: "iterations" }),
      known: NO_NAMES,
      milestones: false,
    });
    expect([...names.sprints.values()]).toEqual([
      { id: "IT_1", title: "One", start: "2026-01-05", end: "2026-01-18" },
      { id: "IT_2", title: "Two", start: "2026-01-19", end: "2026-02-01" },
    ]);
  });
});

test("a milestone is a sprint of the configuration's by its name or its number", () => {
  const asked = ["Sprint 12", "sprint  7", "Sprint", "My Sprint 1", "Release (a.b)"].map((title) => ({
    id: title,
    title,
    start: null,
    end: null,
  }));
  const found = (sprintNames: string[]) => asked.map(isSprintOf(settings({ sprintNames })));
  expect(found(["Sprint {n}"])).toEqual([true, true, false, false, false]);
  expect(found(["release (a.b)"])).toEqual([false, false, false, false, true]);
});

test("the milestone is the sprint unless the board has iterations, or as the team says", () => {
  const is = (sprintsFrom: "milestones" | "iterations" | null, has: BoardShape | null) =>
    sprintIsMilestone(settings({ sprintsFrom }), overview({ board: has }));
  expect([is(null, null), is(null, board), is("milestones", board), is("iterations", null)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});
