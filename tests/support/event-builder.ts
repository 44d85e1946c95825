import type { TeamConfig } from "../../src/config/team-config.ts";
import type { Backlog } from "../../src/history/backlog.ts";
import { emptyHistory, type History } from "../../src/history/record.ts";
import { applyChange } from "../../src/history/state.ts";
import type { MetricResult } from "../../src/metrics/define.ts";
import { measureMetric } from "../../src/metrics/measure.ts";
import { metrics } from "../../src/metrics/registry.ts";
import type { Change, EventKind, ItemChange, TrackerEvent } from "../../src/model/change.ts";
import { type Facts, FIELDS, type Field } from "../../src/model/facts.ts";
import type { Session } from "../../src/model/session.ts";
import { buildReport } from "../../src/report/build.ts";
import { openTeam } from "../../src/report/measure-team.ts";
import type { Report } from "../../src/report/schema.ts";
import { facts, frozen, optionsOf, teamConfig } from "./team-builder.ts";

/** Something that happened to an item, dated by the tracker to the second. */
export type Happening = Omit<TrackerEvent, "event"> & { at: string };

/** A day's noon where only a day is given. */
const instant = (at: string): string => (at.length === 10 ? `${at}T12:00:00Z` : at);

/** What a person (`ann`) did; `set` are the facts that it changed. */
export const did = (
  kind: EventKind,
  at: string,
  more: { by?: string | null } & Pick<TrackerEvent, "set" | "label" | "blocker"> = {},
): Happening => ({ kind, at: instant(at), by: "ann", ...more });

export const closed = (at: string, by: string | null = "ann", resolution = "Done"): Happening =>
  did("closed", at, { by, set: { category: "done", resolution, resolvedAt: instant(at) } });

export const dropped = (at: string, by: string | null = "ann"): Happening => closed(at, by, "Not planned");

export const reopened = (at: string, by: string | null = "ann"): Happening =>
  did("reopened", at, { by, set: { category: "todo", resolution: null, resolvedAt: null } });

export const planned = (at: string, sprint: string | null, by: string | null = "ann"): Happening =>
  did("sprint", at, { by, set: { sprint } });

export const estimated = (at: string, estimate: number | null, by: string | null = "ann"): Happening =>
  did("estimate", at, { by, set: { estimate } });

/** An item from its creation on. Facts that are known of it later only come by what happened. */
export type TrackedItem = {
  created: string;
  by?: string | null;
  facts?: Partial<Facts>;
  events?: readonly Happening[];
};

export const tracked = (created: string, ...events: Happening[]): TrackedItem => ({ created, events });

export type TrackedInput = {
  team?: TeamConfig;
  items: Readonly<Record<string, TrackedItem>>;
  /** Instants at which the tracker was read, oldest first: each tells what happened since the one before. */
  reads: readonly string[];
  asOf?: string;
  /** Fields whose every change is an event; default: all. */
  told?: readonly Field[];
  statusUntil?: string | null;
  /** Ids top first, as every reading shows them; without it no order. */
  order?: readonly string[];
  sessions?: readonly Session[] | null;
};

const changesOf = (id: string, { created, by = "ann", ...item }: TrackedItem): ItemChange[] => {
  const at = instant(created);
  const first: ItemChange = { run: 0, at, id, new: facts({ createdAt: at, ...item.facts }) };
  const events = [{ kind: "created", at, by } satisfies Happening, ...(item.events ?? [])];
  return [
    first,
    ...events.map((event, index): ItemChange => ({ run: 0, id, event: `${id}/${index}`, ...event })),
  ];
};

/** The history that a tracker with events gives, read at those instants. */
const trackedHistory = (input: TrackedInput): History => {
  const history = emptyHistory();
  const all = Object.entries(input.items).flatMap(([id, item]) => changesOf(id, item));
  const reads = input.reads.map(instant);
  for (const [index, at] of reads.entries()) {
    const before = reads[index - 1];
    const own: Change[] = all
      .filter((change) => change.at <= at && (before === undefined || change.at > before))
      .map((change) => ({ ...change, run: index + 1 }));
    if (index === 0 && input.order) {
      const put = input.order.map((id, place) => [id, input.order![place - 1] ?? null] as const);
      own.push({ run: 1, at, order: { out: [], put } });
    }
    for (const change of own) applyChange(history.state, change);
    history.changes.push(...own);
    history.runs.push({
      run: index + 1,
      at,
      source: "github:acme/shop",
      sha256: `read ${index}`,
      settings: "same",
      state: "accepted",
      rows: history.state.items.size,
      items: history.state.items.size,
      skipped: {},
      fields: FIELDS,
      assumed: [],
      ordered: input.order !== undefined,
      missing: null,
      changes: own.length,
      findings: [],
      told: {
        fields: input.told ?? FIELDS,
        statusUntil: input.statusUntil ?? null,
        isPublic: false,
        link: null,
        watermark: at,
      },
    });
  }
  return frozen(history);
};

const asOfOf = ({ asOf, reads }: TrackedInput): string => instant(asOf ?? reads.at(-1)!);

export const trackedBacklog = (input: TrackedInput): Backlog =>
  openTeam({
    team: input.team ?? teamConfig(),
    history: trackedHistory(input),
    asOf: Date.parse(asOfOf(input)),
  });

/** The result of one registered metric. */
export const measuredEvents = (id: string, input: TrackedInput): MetricResult => {
  const backlog = trackedBacklog(input);
  const given = { ...input, asOf: asOfOf(input), observations: [] };
  return measureMetric(metrics.find((metric) => metric.id === id)!, backlog, optionsOf(backlog, given));
};

export const reportOfEvents = (input: TrackedInput): Report =>
  buildReport({
    team: input.team ?? teamConfig(),
    history: trackedHistory(input),
    sessions: input.sessions ?? null,
    findings: [],
    asOf: Date.parse(asOfOf(input)),
  });
