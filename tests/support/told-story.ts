import { type Backlog, openBacklog } from "../../src/history/backlog.ts";
import { emptyHistory } from "../../src/history/record.ts";
import type { MetricResult } from "../../src/metrics/define.ts";
import { measureMetric } from "../../src/metrics/measure.ts";
import { transitionsBySprint } from "../../src/metrics/parts/transitions.ts";
import { metrics } from "../../src/metrics/registry.ts";
import type { Change, EventKind } from "../../src/model/change.ts";
import { type Facts, FIELDS, type Field } from "../../src/model/facts.ts";
import type { Run } from "../../src/model/run.ts";
import { planSprints } from "../../src/model/sprint.ts";
import { readyRule, stageRules } from "../../src/report/settle.ts";
import { cadence, facts, frozen, optionsOf, teamConfig } from "./team-builder.ts";

/** What the tracker told of an item: `at`, then what was set there; the first is its creation. */
export type Told = readonly (readonly [at: string, set: Partial<Facts>])[];

/** One reading of a tracker that tells its past: everything before it is known by events. */
export const toldBacklog = (
  items: Readonly<Record<string, Told>>,
  options: { readAt: string; fields?: readonly Field[]; kind?: EventKind },
): Backlog => {
  const { readAt, fields = FIELDS, kind = "other" } = options;
  const changes = Object.entries(items).flatMap(([id, [first, ...events]]): Change[] => [
    { run: 1, at: first![0], id, new: facts({ createdAt: first![0], ...first![1] }) },
    ...events.map(([at, set], index) => ({ run: 1, at, id, event: `${id}-${index}`, kind, by: "p1", set })),
  ]);
  const run: Run = {
    run: 1,
    at: readAt,
    source: "tracker",
    sha256: "",
    settings: "",
    state: "accepted",
    rows: 0,
    items: Object.keys(items).length,
    skipped: {},
    fields: FIELDS,
    assumed: [],
    ordered: false,
    missing: null,
    changes: changes.length,
    findings: [],
    told: { fields, statusUntil: null, isPublic: true, link: null, watermark: readAt },
  };
  const team = teamConfig();
  const asOf = Date.parse(readAt);
  return openBacklog(frozen({ ...emptyHistory(), runs: [run], changes }), {
    asOf,
    zone: "UTC",
    sprints: planSprints(cadence(), { zone: "UTC", asOf }),
    match: null,
    stages: stageRules(team),
    rule: readyRule(team),
  });
};

export const measuredBy = (id: string, backlog: Backlog): MetricResult =>
  measureMetric(
    metrics.find((metric) => metric.id === id)!,
    backlog,
    optionsOf(backlog, { observations: [], asOf: new Date(backlog.asOf).toISOString() }),
  );

/** What moved, as `sprint-2 A becameReady`. */
export const toldMoves = (backlog: Backlog): string[] =>
  transitionsBySprint(backlog).flatMap((transitions, index) =>
    transitions
      .filter(({ flows }) => flows.length > 0)
      .toSorted((a, b) => a.at - b.at)
      .map(({ id, flows }) => `${backlog.sprints[index]!.id} ${id} ${flows.join(" ")}`),
  );
