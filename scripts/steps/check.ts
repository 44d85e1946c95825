import { byInstant } from "../../src/history/plan.ts";
import { emptyHistory, type History, record } from "../../src/history/record.ts";
import { loadHistory } from "../../src/history/store.ts";
import { countProblems, type Observation } from "../../src/model/observation.ts";
import { standingBy } from "../../src/model/stage.ts";
import { buildReport } from "../../src/report/build.ts";
import { stageRules } from "../../src/report/settle.ts";
import { type ExportFile, listExports } from "../../src/sources/list-exports.ts";
import { readExport } from "../../src/sources/read-export.ts";
import { say, warn } from "../cli/log.ts";
import { checkGithub } from "./check-github.ts";
import { observeAll } from "./collect.ts";
import type { Advice } from "./doctor/advice.ts";
import { recognition } from "./doctor/recognition.ts";
import { unmappedStatuses } from "./doctor/statuses.ts";
import { rowOrder, shrinking } from "./doctor/suspicions.ts";
import { containerTypes } from "./doctor/types.ts";
import { readLog } from "./read-log.ts";
import { readingSettings } from "./reading-settings.ts";
import { recordingRules } from "./recording-rules.ts";
import type { Team } from "./teams.ts";
import { tellFindings } from "./tell-findings.ts";
import { warnOfUnknownWords } from "./warn-of-unknown-words.ts";

const contentsOf = ({ rows, items, skipped, order, fields, empty }: Observation): string => {
  if (empty) return `${rows} rows, no item; it would be held back.`;
  const reasons = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`);
  const dropped = reasons.length === 0 ? "none skipped" : `skipped: ${reasons.join(", ")}`;
  const ranks = order === null ? "no order" : `${order.length} with a place`;
  return `${rows} rows, ${items.size} kept, ${dropped}; ${ranks}; tells ${fields.join(", ")}.`;
};

/** What a file holds, in one line, and what of it could not be used, place by place. */
const tellOf = (team: Team, observation: Observation): void => {
  const { source, at, findings } = observation;
  say(`${team.config.id}: ${source} as of ${at}: ${contentsOf(observation)}`);
  tellFindings(team.dir, findings);
};

/** What the last file with items was taken for; a file that could not be read has been named before. */
const recognitionOf = async (team: Team, file: ExportFile): Promise<Advice[]> => {
  const { source } = team.config;
  const named = source.kind === "exports" ? source.format : "auto";
  const settings = readingSettings(team.config);
  const result = await readExport({ bytes: file.bytes, file: file.source, format: named, settings });
  return recognition(file.source, { result, named });
};

const adviceOn = (team: Team, observations: readonly Observation[]): Advice[] => {
  const { config, dir } = team;
  const last = observations.at(-1)!;
  const rules = stageRules(config);
  const standing = standingBy(rules);
  return [
    ...shrinking(observations),
    ...rowOrder(last),
    ...unmappedStatuses(last.items.values(), { config, rules, where: `${dir}/team.yaml` }),
    ...containerTypes(last.items, {
      ignores: (facts) => standing(facts).kind === "ignored",
      given: config.ignoreTypes,
    }),
  ];
};

const tellReport = async (team: Team, options: { history: History; asOf: number }): Promise<boolean> => {
  const { id } = team.config;
  const { log, failed } = await readLog(team, options.asOf);
  const findings = countProblems(log?.problems ?? []);
  const report = buildReport({
    team: team.config,
    history: options.history,
    sessions: log?.sessions ?? null,
    findings,
    asOf: options.asOf,
  });
  say(log === null ? `${id}: no refinement log.` : `${id}: ${log.sessions.length} refinement sessions.`);
  tellFindings(team.dir, findings);
  for (const { level, text, where } of report.quality) {
    say(`${id}: ${level}: ${text}${where.length > 0 ? ` (${where.slice(0, 5).join(", ")})` : ""}`);
  }
  return !failed;
};

/**
 * The doctor: reads a team's configuration and exports as `collect` would, says what it found and what puzzles it, and
 * writes nothing.
 * @returns whether everything could be read
 */
export const checkTeam = async (team: Team, options: { asOf: number }): Promise<boolean> => {
  const { config, dir, store } = team;
  say(`${config.id}: team.yaml is right.`);
  if (config.source.kind === "github") return checkGithub(team);
  const known = new Map(loadHistory(store).runs.map((run) => [run.source, run]));
  const files = listExports({ teamDir: dir, zone: config.timezone, asOf: options.asOf, known });
  if (files.length === 0) {
    say(`${config.id}: no export yet. Put a CSV export into ${dir}/exports, named like 2026-03-05.csv.`);
    return true;
  }
  const inOrder = files.toSorted(byInstant);
  const observations = await observeAll(inOrder, team);
  if (observations === null) return false;
  for (const observation of observations) tellOf(team, observation);
  const full = observations.filter(({ empty }) => !empty);
  const last = inOrder.find(({ source }) => source === full.at(-1)?.source);
  const advice = last ? [...(await recognitionOf(team, last)), ...adviceOn(team, full)] : [];
  for (const { text, where } of advice) {
    if (where === null) say(`${config.id}: ${text}`);
    else warn(where.startsWith(dir) ? where : `${dir}/${where}`, text);
  }
  const history = emptyHistory();
  for (const observation of observations)
    record(history, observation, recordingRules(config, { acceptShrink: false }));
  warnOfUnknownWords(team, history.state);
  return tellReport(team, { history, asOf: options.asOf });
};
