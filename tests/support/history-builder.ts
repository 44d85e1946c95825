import { type Backlog, type BacklogOptions, openBacklog } from "../../src/history/backlog.ts";
import { emptyHistory, type History, type RecordOptions, record } from "../../src/history/record.ts";
import { toFiles } from "../../src/history/store-files.ts";
import { toIso } from "../../src/lib/dates.ts";
import type { Observation } from "../../src/model/observation.ts";
import { planSprints, type Sprint } from "../../src/model/sprint.ts";
import { type StageRules, standingBy } from "../../src/model/stage.ts";
import { instant } from "./observation-builder.ts";

/** A team that leaves everything to the tracker's categories. */
export const STAGES: StageRules = Object.freeze({
  started: [],
  finished: [],
  dropped: [],
  ignoreTypes: null,
  readyStatuses: [],
});

const isOpen: RecordOptions["isOpen"] = (facts) => standingBy(STAGES)(facts).kind === "open";

/** Takes everything, however small. */
export const ACCEPT: RecordOptions = Object.freeze({ isOpen, acceptShrink: true });
/** Holds back what shrank. */
export const CAREFUL: RecordOptions = Object.freeze({ isOpen, acceptShrink: false });

/** The history of observations recorded one after the other. */
export const historyOf = (observations: readonly Observation[], options: RecordOptions = ACCEPT): History => {
  const history = emptyHistory();
  for (const observation of observations) record(history, observation, options);
  return history;
};

/** The bytes of a history by file. */
export const bytesOf = (history: History): Record<string, string> => Object.fromEntries(toFiles(history));

/** Fortnights from Monday, 5 January 2026 in UTC: Sprint 1 to 18 January, Sprint 2 to 1 February, Sprint 3 to 15. */
export const SPRINTS: readonly Sprint[] = Object.freeze(
  planSprints(
    { kind: "cadence", days: 14, first: "2026-01-05", namePattern: "Sprint {n}", exclude: [] },
    { zone: "UTC", asOf: Date.parse("2026-03-01T00:00:00Z") },
  ).slice(0, 6),
);

/** Milliseconds of an instant; of a bare day its noon in UTC. */
export const ms = (at: string): number => Date.parse(instant(at));

/** The backlog that observations give, by default as of 1 March 2026. */
export const backlogOf = (
  observations: readonly Observation[],
  options: Partial<Omit<BacklogOptions, "asOf">> & { asOf?: string; recording?: RecordOptions } = {},
): Backlog => {
  const { asOf = "2026-03-01", recording, ...given } = options;
  return openBacklog(historyOf(observations, recording), {
    asOf: ms(asOf),
    zone: "UTC",
    sprints: SPRINTS,
    match: null,
    stages: STAGES,
    rule: null,
    ...given,
  });
};

/** Where an item stands at an instant: its stage, or `null` where it is no item (yet, or any more). */
export const stageAt = (backlog: Backlog, id: string, at: string): string | null =>
  backlog.at(id, ms(at))?.span.stage ?? null;

/** Ids of the Product Backlog at an instant. */
export const productBacklogAt = (backlog: Backlog, at: string, beforePlanning = false): string[] =>
  backlog.productBacklog(ms(at), { beforePlanning }).map((item) => item.id);

/** Every closing of an item, once: kind, instant (half a millisecond after one is shown as `+`) and estimate. */
export const closingsOf = (backlog: Backlog, id: string): string[] => {
  const closings = new Set((backlog.items.get(id)?.spans ?? []).flatMap((span) => span.closing ?? []));
  return [...closings].map(({ at, kind, estimate }) => {
    const text = at === null ? "unknown" : toIso(Math.floor(at)) + (Number.isInteger(at) ? "" : "+");
    return `${kind} ${text} ${estimate ?? "–"}`;
  });
};
