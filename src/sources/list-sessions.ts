import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import type { TeamConfig } from "../config/team-config.ts";
import { fromIso } from "../lib/dates.ts";
import type { EffortRecords, EffortRules } from "./effort/define.ts";
import { DEFAULT_MATCH } from "./effort/match.ts";
import { readEffort } from "./effort/read-effort.ts";
import { hasWorkLogs, type LoggedItem, readWorkLogs } from "./effort/work-logs.ts";
import { openCsv } from "./files/csv-table.ts";
import { listExports } from "./list-exports.ts";

const READABLE = /\.(csv|tsv|txt|ics)$/i;

/** What of a team's configuration shapes the reading of its refinement files. */
export const effortRules = (config: TeamConfig, asOf: number): EffortRules => ({
  zone: config.timezone,
  exportZone: (config.source.kind === "exports" ? config.source.timezone : null) ?? config.timezone,
  dates: config.source.kind === "exports" ? config.source.dates : null,
  match: config.effort.match ?? DEFAULT_MATCH,
  asOf,
});

/** Bytes in which the header of an export ends, that of the widest with thousands of columns too. */
const HEAD = 1 << 18;

/** Whether the beginning of any export names work logs: reading years of exports only to find none takes minutes. */
const mayHaveWorkLogs = (folder: string): boolean => {
  if (!existsSync(folder)) return false;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const head = Buffer.alloc(HEAD);
  return files.some(({ name, parentPath }) => {
    const file = openSync(join(parentPath, name), "r");
    try {
      const length = readSync(file, head, 0, HEAD, 0);
      // Each letter of the names stands for itself in every encoding, with a 0 beside it in some.
      const text = head.subarray(0, length).toString("latin1").replaceAll("\0", "");
      return /log work|registrar horas de trabajo/i.test(text);
    } finally {
      closeSync(file);
    }
  });
};

/**
 * The refinement that the tracker's own work logs tell. Each export repeats the logs of its items, so that of an item
 * the last export that has it counts; `null` when none of them is refinement.
 */
const readTrackerLogs = async (teamDir: string, rules: EffortRules): Promise<EffortRecords | null> => {
  if (!mayHaveWorkLogs(join(teamDir, "exports"))) return null;
  const { zone, asOf } = rules;
  const files = listExports({ teamDir, zone, asOf, known: new Map() });
  const items = new Map<string, LoggedItem>();
  for (const { bytes, source } of files.toSorted((a, b) => fromIso(a.at) - fromIso(b.at))) {
    const table = openCsv(bytes, source);
    if (!hasWorkLogs(table.header)) continue;
    for (const [key, item] of await readWorkLogs({ table, file: source, rules })) items.set(key, item);
  }
  const told = [...items.values()];
  const sessions = told.flatMap((item) => item.sessions);
  const problems = told.flatMap((item) => item.problems);
  return sessions.length + problems.length === 0 ? null : { sessions, problems };
};

/**
 * The sessions that the files of a team's `refinement/` folder tell, or, where there is none, the work logs of its
 * exports; `null` when neither tells any. What several files tell is added up: a session that stands in the log and in
 * a calendar counts twice.
 * @throws SourceError when a file cannot be read as a whole: part of the effort would look like all of it
 */
export const readSessions = async (teamDir: string, rules: EffortRules): Promise<EffortRecords | null> => {
  const folder = join(teamDir, "refinement");
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => READABLE.test(name)).sort();
  if (names.length === 0) return readTrackerLogs(teamDir, rules);
  const files = await Promise.all(
    names.map((name) =>
      readEffort({ bytes: readFileSync(join(folder, name)), file: `refinement/${name}`, rules }),
    ),
  );
  return {
    sessions: files.flatMap(({ sessions }) => sessions),
    problems: files.flatMap(({ problems }) => problems),
  };
};
