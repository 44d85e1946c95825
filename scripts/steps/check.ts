import { byInstant } from "../../src/history/plan.ts";
import { emptyHistory, record } from "../../src/history/record.ts";
import { loadHistory } from "../../src/history/store.ts";
import { countProblems } from "../../src/model/observation.ts";
import { buildReport } from "../../src/report/build.ts";
import { listExports } from "../../src/sources/list-exports.ts";
import { say } from "../cli/log.ts";
import { observeAll, recordingRules } from "./collect.ts";
import { readLog } from "./read-log.ts";
import type { Team } from "./teams.ts";
import { warnOfUnknownWords } from "./warn-of-unknown-words.ts";

/**
 * The doctor: reads a team's configuration and exports as `collect` would, says what it found, and writes nothing.
 * @returns whether everything could be read
 */
export const checkTeam = async (team: Team, options: { asOf: number }): Promise<boolean> => {
  const { config, dir, store } = team;
  say(`${config.id}: team.yaml is right.`);
  if (config.source.kind !== "exports") {
    say(`${config.id}: reading GitHub is not built yet.`);
    return false;
  }
  const known = new Map(loadHistory(store).runs.map((run) => [run.source, run]));
  const files = listExports({ teamDir: dir, zone: config.timezone, asOf: options.asOf, known });
  if (files.length === 0) {
    say(`${config.id}: no export yet. Put a CSV export into ${dir}/exports, named like 2026-03-05.csv.`);
    return true;
  }
  const observations = await observeAll(files.toSorted(byInstant), team);
  if (observations === null) return false;
  const history = emptyHistory();
  for (const observation of observations)
    record(history, observation, recordingRules(config, { acceptShrink: false }));
  for (const { source, at, rows, items, skipped, order, fields } of observations) {
    const reasons = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
    const dropped = reasons.length === 0 ? "none skipped" : `skipped: ${reasons.join(", ")}`;
    const ranks = order === null ? "no order" : `${order.length} with a place`;
    say(
      `${config.id}: ${source} as of ${at}: ${rows} rows, ${items.size} kept, ${dropped}; ${ranks}; tells ${fields.join(", ")}.`,
    );
  }
  warnOfUnknownWords(team, history.state);
  const { log, failed } = await readLog(team, options.asOf);
  const report = buildReport({
    team: config,
    history,
    sessions: log?.sessions ?? null,
    findings: countProblems(log?.problems ?? []),
    asOf: options.asOf,
  });
  say(
    log === null
      ? `${config.id}: no refinement log.`
      : `${config.id}: ${log.sessions.length} refinement sessions.`,
  );
  for (const { level, text, where } of report.quality) {
    say(`${config.id}: ${level}: ${text}${where.length > 0 ? ` (${where.slice(0, 5).join(", ")})` : ""}`);
  }
  return !failed;
};
