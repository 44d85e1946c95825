import type { CheckName } from "../model/ready.ts";
import type { ExportFormat, OwnColumns } from "./export-formats.ts";

/**
 * One team's configuration after reading `team.yaml`: every default filled in, every short form spelled out.
 * What the file may leave open is null, never a guess. Days are `YYYY-MM-DD`.
 */
export type TeamConfig = {
  /** The folder's name: names the team in paths and addresses. */
  id: string;
  name: string;
  /** IANA time zone in which the team's calendar days begin and end. */
  timezone: string;
  source: SourceConfig;
  /** null: no sprints configured, so whatever counts by sprint lacks data. */
  sprints: SprintsConfig | null;
  statuses: { started: string[]; finished: string[]; dropped: string[] };
  /** null: the default list of container and sub-task types; a list, even an empty one, replaces it. */
  ignoreTypes: string[] | null;
  estimate: { field: string | null; labels: string | null; zero: "unset" | "size" };
  unit: "auto" | "points" | "items";
  /** null: no rule written, so the default rule applies. */
  ready: ReadyConfig | null;
  /** Lower and upper end of the wanted depth, in sprints of ready work. */
  band: [lower: number, upper: number];
  /** How many ended sprints the velocity is the mean of. */
  velocity: { sprints: number };
  capacity: CapacityConfig | null;
  /**
   * `guideline`: the share of capacity for refinement that is drawn as one, in per cent. `match`: what tells refinement
   * in time trackers and calendars; null or left out: the built-in words.
   */
  effort: { guideline: number; match: EffortMatch | null };
  /** `titles: null`: only where the source is open to everyone. */
  publish: { titles: boolean | null; people: false; links: boolean };
  /** Days of which the sprints that begin in them make the limits, both included; null: not frozen. */
  baseline: { from: string; to: string } | null;
  annotations: { on: string; text: string; newBaseline: boolean }[];
};

/** Where the items come from. */
export type SourceConfig =
  | {
      kind: "exports";
      format: ExportFormat;
      /** With format custom: the headings of the table. */
      columns?: OwnColumns;
      /** Rows stand in the order of the backlog, whatever the format knows. */
      order?: "rows";
      /** The zone of the wall-clock times inside the files; null: the team's. */
      timezone: string | null;
      dates: "day-first" | "month-first" | null;
      /** Address of an item, with `{id}` in the place of its id. */
      link: string | null;
    }
  | {
      kind: "github";
      owner: string;
      repository: string;
      project: { owner: string; number: number } | null;
      api: string | null;
    };

/** Where the sprints come from. `match` and `namePattern` hold `{n}` once; `exclude` names sprints left out of velocity. */
export type SprintsConfig =
  | {
      kind: "cadence";
      days: number;
      first: string;
      namePattern: string;
      match: string | null;
      exclude: string[];
    }
  | { kind: "list"; list: SprintEntry[]; match: string | null; exclude: string[] }
  | { kind: "source"; from: "milestones" | "iterations" | "export"; match: string | null; exclude: string[] };

/** `start` and `end` as written: calendar days (the end being the last day) or instants with `Z` or an offset. */
type SprintEntry = { name: string; start: string; end: string; exclude: boolean };

/** The ready rule. A check that `checks` doesn't name is not made. */
export type ReadyConfig = {
  /** In the order written, which is the order in which failed checks are named. */
  checks: CheckName[];
  status: string[];
  labels: string[];
  /** The words that introduce acceptance criteria; null: the built-in words. */
  acceptanceHeadings: string[] | null;
  descriptionMin: number | null;
  maxSize: number | null;
};

/** Working hours: `people × hoursPerDay` on every working day, or the hours that `perSprint` gives a sprint by name. */
export type CapacityConfig = {
  people: number | null;
  hoursPerDay: number | null;
  daysOff: string[];
  perSprint: Record<string, number>;
};

/** What tells refinement from other work: a project or tag of this name, or a text that holds one of these. */
export type EffortMatch = { project: string[]; tag: string[]; text: string[] };
