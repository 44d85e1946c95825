import { type Backlog, type BacklogOptions, openBacklog } from "../../src/history/backlog.ts";
import { emptyHistory, type History, record, type RecordOptions } from "../../src/history/record.ts";
import { toFiles } from "../../src/history/store-files.ts";
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
