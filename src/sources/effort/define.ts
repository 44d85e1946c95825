import type { EffortMatch } from "../../config/team-config.ts";
import type { Problem } from "../../model/observation.ts";
import type { Session } from "../../model/session.ts";
import type { CsvTable } from "../files/csv-table.ts";
import type { DateOrder } from "../files/wall-clock-text.ts";

/** What of a team's configuration shapes the reading of its refinement files. */
export type EffortRules = {
  /** The team's: a session belongs to the calendar day on which it starts there. */
  zone: string;
  /** Of the wall-clock times inside tracker exports. */
  exportZone: string;
  /** How `5/12/2026` is meant, where a file cannot tell. */
  dates: DateOrder | null;
  match: EffortMatch;
  /** Recurring events are expanded up to this instant. */
  asOf: number;
};

/** Sessions carry day, minutes and number of people, never who they were or what was said. */
export type EffortRecords = { sessions: Session[]; problems: Problem[] };

export type EffortFile = {
  bytes: Uint8Array;
  /** Path for messages, relative to the team's folder. */
  file: string;
  table: CsvTable;
  rules: EffortRules;
};

/** A kind of file that tells refinement effort: how its first line is known, and how it becomes sessions. */
export type EffortFormat = {
  id: string;
  title: string;
  /** What its first line holds, for the message when a file is of no kind. */
  example: string;
  /** @param names the cells of the first line, folded */
  recognises: (names: ReadonlySet<string>) => boolean;
  read: (file: EffortFile) => Promise<EffortRecords>;
};

export const defineEffort = (format: EffortFormat): EffortFormat => format;
