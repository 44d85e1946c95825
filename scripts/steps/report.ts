import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadHistory } from "../../src/history/store.ts";
import { countProblems } from "../../src/model/observation.ts";
import { buildReport } from "../../src/report/build.ts";
import { type Quality, reportSchema } from "../../src/report/schema.ts";
import { complain, say } from "../cli/log.ts";
import { readLog } from "./read-log.ts";
import type { Team } from "./teams.ts";
import { tellFindings } from "./tell-findings.ts";

/**
 * Measures a team and writes its report.
 * @param options.remark what a reader should know before everything else
 * @returns whether all went well
 */
export const reportTeam = async (
  team: Team,
  options: { data: string; asOf: number; asOfGiven?: boolean; remark?: Quality },
): Promise<boolean> => {
  // The source's clock may be ahead of ours, and reading takes time: what was just seen is not in the future.
  const asOf = options.asOfGiven ? options.asOf : Math.max(options.asOf, team.lookedAt ?? options.asOf);
  const { log, failed } = await readLog(team, asOf);
  const findings = countProblems(log?.problems ?? []);
  const measured = buildReport({
    team: team.config,
    history: loadHistory(team.store),
    sessions: log?.sessions ?? null,
    findings,
    asOf,
    lookedAt: team.lookedAt ?? null,
  });
  const report = options.remark ? { ...measured, quality: [options.remark, ...measured.quality] } : measured;
  const folder = join(options.data, "report");
  const path = join(folder, `${team.config.id}.json`);
  const text = `${JSON.stringify(reportSchema.parse(report))}\n`;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    writeFileSync(`${path}.next`, text);
    renameSync(`${path}.next`, path);
  }
  say(`${team.config.id}: ${report.verdict.headline} ${report.verdict.detail}`);
  tellFindings(team.dir, findings);
  for (const [id, metric] of Object.entries(report.metrics)) {
    if (metric.state === "error") complain(`${team.config.id}: ${id}: ${metric.reason}`);
  }
  return !failed && Object.values(report.metrics).every((metric) => metric.state !== "error");
};

/** Reports of teams that are no longer there would linger on the site. */
export const removeStrayReports = (data: string, teams: readonly string[]): void => {
  const folder = join(data, "report");
  if (!existsSync(folder)) return;
  const wanted = new Set(teams.map((id) => `${id}.json`));
  for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file));
};
