import { expect } from "vitest";
import type { Report } from "../../../src/report/schema.ts";
import * as expected from "./expected.ts";
import type { Sprint } from "./ledger.ts";
import type { World } from "./rule.ts";
import { velocityAt } from "./velocity.ts";

type Points = Record<string, Record<string, number | null>>;

/** Sums and percentiles may differ in the last bit by the order of their terms, and in nothing more. */
const exact = (value: unknown): unknown =>
  typeof value === "number" ? Number(value.toPrecision(12)) : value;

const pointsOf = (report: Report, metric: string, keys: readonly string[]): Points =>
  Object.fromEntries(
    report.metrics[metric]!.series.map((point) => [
      point.sprint,
      Object.fromEntries(keys.map((key) => [key, exact(point[key]) as number | null])),
    ]),
  );

/**
 * Every value of every sprint of a report beside the one that the plan gives.
 * @param since what needs to know where items stood is compared for sprints that begin after it
 */
export const compare = (report: Report, world: World, since = Number.NEGATIVE_INFINITY): void => {
  const begun = world.sprints.filter(({ start }) => start <= world.asOf);
  const moves = [...world.ledger.items.values()].flatMap((item) => expected.movesOf(world, item));
  const times = expected.readyTimes(moves, since);
  const wanted = (of: (sprint: Sprint) => Record<string, number | null>): Points =>
    Object.fromEntries(
      begun.map((sprint, index) => [
        report.sprints[index]!.id,
        Object.fromEntries(
          Object.entries(of(sprint)).map(([key, value]) => [key, exact(value) as number | null]),
        ),
      ]),
    );
  const known = new Set(report.sprints.flatMap(({ id, start }) => (Date.parse(start) >= since ? [id] : [])));
  const check = (
    metric: string,
    of: (sprint: Sprint) => Record<string, number | null>,
    isKnown = (sprint: string): boolean => known.has(sprint),
  ): void => {
    const points = wanted(of);
    const keys = Object.keys(Object.values(points)[0]!);
    const only = (all: Points): Points =>
      Object.fromEntries(Object.entries(all).filter(([sprint]) => isKnown(sprint)));
    expect(only(pointsOf(report, metric, keys)), metric).toEqual(only(points));
  };
  const always = (): boolean => true;
  expect(report.sprints.map(({ start, end }) => [Date.parse(start), Date.parse(end)])).toEqual(
    begun.map(({ start, end }) => [start, end]),
  );
  check(
    "velocity",
    (sprint) => ({
      value: expected.finishedSize(world, sprint, Math.min(sprint.end, world.asOf)),
      items: expected.finishedIn(world, sprint).length,
    }),
    always,
  );
  check("throughput", (sprint) => ({ value: expected.finishedIn(world, sprint).length }), always);
  check("ready-depth", (sprint) => ({
    value: expected.depthAtStart(world, sprint),
    velocity: velocityAt(world, sprint.start),
  }));
  check("backlog-flow", (sprint) => expected.flowOf(moves, sprint));
  check("time-to-ready", (sprint) => expected.timeToReady(times, sprint));
  check("unready-pulls", (sprint) => expected.unreadyPulls(moves, sprint));
  check("refinement-rate", (sprint) => ({ value: expected.refinementRate(world, moves, sprint) }));
  check("estimate-churn", (sprint) => expected.estimateChurn(world, sprint));
  check("refinement-activity", (sprint) => expected.activity(world, sprint));
  check("participation", (sprint) => expected.participation(world, sprint));
  expect(exact(report.metrics["ready-depth"].value)).toBe(exact(expected.depthNow(world)));
};
