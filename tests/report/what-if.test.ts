import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outcomeOf } from "../../src/components/what-if/outcome.ts";
import { packPlan, unpackPlan } from "../../src/components/what-if/pack.ts";
import { planOf } from "../../src/components/what-if/plan.ts";
import { asItIs } from "../../src/components/what-if/setting.ts";
import type { Report } from "../../src/report/schema.ts";
import { randomTeams } from "../support/random-teams.ts";
import {
  finishing,
  ready,
  reportOf,
  seen,
  sprintList,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const NOW = "2026-03-18T15:30:00Z";
const DONE = finishing([18, 22, 20, 16, 24]);
const simple = (overrides: Parameters<typeof teamConfig>[0] = {}): Report =>
  reportOf({
    team: teamConfig(overrides),
    observations: [
      seen("2026-03-17T12:00:00Z", {
        items: { A: ready(5), B: unready(null), C: ready(8), ...DONE },
        order: ["B", "A"],
      }),
    ],
    asOf: NOW,
  });

/** The page knows the sprints that the report publishes; what lasts longer, it only says to last longer. */
const withinCalendar = (day: string | null, report: Report): string | null => {
  const last = report.whatIf?.ahead?.sprints.at(-1)?.end ?? null;
  return day === null || last === null || day >= last.slice(0, 10) ? null : day;
};

/** What the report says, in the words in which the page computes it. */
const published = (report: Report): Record<string, unknown> => {
  const depth = report.metrics["ready-depth"];
  return {
    depth: depth.value,
    interval: depth.interval,
    velocity: depth.inputs.velocity,
    readySize: depth.inputs.readySize,
    readyItems: depth.inputs.readyItems,
    fromTop: depth.inputs.fromTop,
    firstUnready: depth.inputs.firstUnready,
    firstUnreadyFailed: depth.firstUnreadyFailed,
    runsDry: {
      p50: withinCalendar(depth.runsDry.p50, report),
      p85: withinCalendar(depth.runsDry.p85, report),
    },
    agenda: report.agenda,
    effort: report.metrics["refinement-effort"].value,
    shelves:
      depth.nextSprints?.map(({ ready, unready, items }) => ({
        ready,
        unready,
        items: items.map(({ id, size, imputed, ready, failed }) => ({ id, size, imputed, ready, failed })),
      })) ?? null,
  };
};

const computed = (report: Report): Record<string, unknown> => {
  const plan = unpackPlan(packPlan(planOf(report)!));
  const outcome = outcomeOf(plan, asItIs(plan));
  const { agenda, runsDry, shelves, firstUnready } = outcome;
  return {
    depth: outcome.depth,
    interval: outcome.interval,
    velocity: outcome.velocity,
    readySize: outcome.readySize,
    readyItems: outcome.readyItems,
    fromTop: outcome.fromTop,
    firstUnready: firstUnready?.id ?? null,
    firstUnreadyFailed: firstUnready?.failed ?? [],
    runsDry: { p50: runsDry.p50, p85: runsDry.p85 },
    agenda: agenda && { ids: agenda.items.map(({ id }) => id), depth: agenda.depth, minutes: agenda.minutes },
    effort: outcome.effort,
    shelves: shelves?.map(({ ready, unready, items }) => ({ ready, unready, items })) ?? null,
  };
};

describe("what the what-if page computes with nothing changed", () => {
  test("is what the report says, whatever the team and its past", () => {
    let [known, deep] = [0, 0];
    fc.assert(
      fc.property(randomTeams, (input) => {
        const report = reportOf(input);
        if (report.metrics["ready-depth"].value !== null) known += 1;
        if ((report.agenda?.ids.length ?? 0) > 0) deep += 1;
        expect(computed(report)).toEqual(published(report));
      }),
      { numRuns: 100, seed: 7 },
    );
    // The property would hold of nothing but unknown numbers too.
    expect(known).toBeGreaterThan(50);
    expect(deep).toBeGreaterThan(5);
  });

  test("is unknown in the same places for a team at its start", () => {
    const report = reportOf({
      observations: [seen("2026-03-17T12:00:00Z", { items: { A: ready(5) } })],
      asOf: NOW,
    });
    expect(computed(report)).toEqual(published(report));
    expect(computed(report)).toMatchObject({ depth: null, shelves: null, readyItems: 1 });
  });
});

describe("the report's part for what-if", () => {
  test("has the Product Backlog in order, then what has no place", () => {
    const { items, ordered } = simple().whatIf!;
    expect(ordered).toBe(2);
    expect(items).toEqual([
      { id: "B", size: 20, imputed: true, estimate: null, failed: ["status"] },
      { id: "A", size: 5, imputed: false, estimate: 5, failed: [] },
      { id: "C", size: 8, imputed: false, estimate: 8, failed: [] },
    ]);
  });

  test("has what each ended sprint finished, beyond those of the velocity", () => {
    const { velocity } = simple({ velocity: { sprints: 3 } }).whatIf!;
    expect(velocity.sprints).toBe(3);
    expect(velocity.finished.map(({ estimates }) => estimates)).toEqual([[18], [22], [20], [16], [24]]);
  });

  test("has two years of sprints ahead, named as far as the calendar goes", () => {
    const { ahead } = simple().whatIf!;
    expect(ahead!.from).toBe("2026-03-30T00:00:00Z");
    expect(ahead!.sprints[0]).toEqual({
      name: "Sprint 7",
      start: "2026-03-30T00:00:00Z",
      end: "2026-04-13T00:00:00Z",
    });
    expect(ahead!.sprints).toHaveLength(60);
    expect(simple({ sprints: null }).whatIf!.ahead).toBeNull();
  });

  test("goes on behind the calendar with nameless sprints of the last length, one after the other", () => {
    const sprints = sprintList(
      "S1 2026-03-09 2026-03-15",
      "S2 2026-03-16 2026-03-22",
      "S3 2026-03-23 2026-03-29",
    );
    const { ahead } = simple({ sprints }).whatIf!;
    expect(ahead!.sprints.slice(0, 3).map(({ name, start }) => [name, start.slice(0, 10)])).toEqual([
      ["S3", "2026-03-23"],
      [null, "2026-03-30"],
      [null, "2026-04-06"],
    ]);
  });

  test("has the hours and the people of the last ended sprint", () => {
    const capacity = { people: 6, hoursPerDay: 6, daysOff: [], perSprint: {} };
    expect(simple({ capacity }).whatIf!.capacity).toEqual({
      sprint: "sprint-5",
      people: 6,
      hours: null,
      capacity: 360,
    });
  });

  test("is not there where the source cannot know what is ready", () => {
    const observations = [seen("2026-03-17T12:00:00Z", { items: { A: ready(5) }, without: ["status"] })];
    expect(reportOf({ observations, asOf: NOW }).whatIf).toBeNull();
    expect(reportOf({ observations: [], asOf: NOW }).whatIf).toBeNull();
  });

  test("never holds a title", () => {
    const items = { A: ready(5, { title: "Secret" }), ...DONE };
    const team = teamConfig({ publish: { titles: true, people: false, links: true } });
    const report = reportOf({ team, observations: [seen("2026-03-17T12:00:00Z", { items })], asOf: NOW });
    expect(JSON.stringify(report)).toContain("Secret");
    expect(JSON.stringify(report.whatIf)).not.toContain("Secret");
  });
});
