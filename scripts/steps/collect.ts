import { planReading } from "../../src/history/plan.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { type History, record } from "../../src/history/record.ts";
import { loadHistory, saveHistory } from "../../src/history/store.ts";
import { countProblems, type Observation } from "../../src/model/observation.ts";
import { type ExportFile, listExports } from "../../src/sources/list-exports.ts";
import { readExport } from "../../src/sources/read-export.ts";
import { EmptyExport, SourceError } from "../../src/sources/source-error.ts";
import { complain, say } from "../cli/log.ts";
import { collectGithub, type GithubOptions } from "./collect-github.ts";
import { fingerprint, readingSettings } from "./reading-settings.ts";
import { recordingRules } from "./recording-rules.ts";
import type { Team } from "./teams.ts";
import { tellFindings } from "./tell-findings.ts";
import { warnOfUnknownWords } from "./warn-of-unknown-words.ts";

type CollectOptions = GithubOptions;

/** What a file without an item shows: nothing. It is recorded as held back, so that it is named and not taken. */
const observeEmpty = ({ at, source, sha256 }: ExportFile, team: Team, error: EmptyExport): Observation => ({
  at,
  source,
  sha256,
  settings: fingerprint(readingSettings(team.config)),
  fields: [],
  assumed: [],
  items: new Map(),
  order: null,
  rows: error.rows,
  skipped: {},
  empty: true,
  findings: countProblems([{ id: "export-empty", where: `${source}:1`, text: error.reason }]),
});

const observe = async (file: ExportFile, team: Team): Promise<Observation> => {
  const settings = readingSettings(team.config);
  const format = team.config.source.kind === "exports" ? team.config.source.format : "auto";
  const result = await readExport({ bytes: file.bytes, file: file.source, format, settings });
  const remark =
    file.remark === null ? [] : [{ id: "instant-unclear", where: file.source, text: file.remark }];
  const { items, order, fields, assumed, rows, skipped, problems, past } = result;
  const { at, source, sha256 } = file;
  const findings = countProblems([...remark, ...problems]);
  return {
    at,
    source,
    sha256,
    settings: fingerprint(settings),
    fields,
    assumed,
    items,
    order,
    rows,
    skipped,
    findings,
    ...(past ? { past } : {}),
  };
};

/** Reads every file; a file that cannot be used at all is named, and then nothing of the team is recorded. */
export const observeAll = async (files: readonly ExportFile[], team: Team): Promise<Observation[] | null> => {
  const observations: Observation[] = [];
  let failed = false;
  for (const file of files) {
    try {
      observations.push(await observe(file, team));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      if (error instanceof EmptyExport) {
        observations.push(observeEmpty(file, team, error));
        continue;
      }
      failed = true;
      complain(`${team.dir}/${error.message}`, { file: `${team.dir}/${error.file}`, line: error.line });
    }
  }
  return failed ? null : observations;
};

const describe = (history: History, before: number, team: Team): void => {
  for (const run of history.runs.slice(before)) {
    const skipped = Object.values(run.skipped).reduce((a, b) => a + b, 0);
    const why =
      run.items === 0
        ? "it holds no item"
        : `${run.missing?.ids} of ${run.missing?.of} open items are missing`;
    const held = run.state === "held" ? `, held back: ${why}` : "";
    say(
      `${team.config.id}: ${run.source} as of ${run.at}: ${run.rows} rows, ${run.items} read, ${skipped} skipped${held}`,
    );
    tellFindings(team.dir, run.findings);
  }
};

/**
 * Brings a team's store up to date with its exports. Reads first and writes last: whatever goes wrong before leaves
 * the store as it was.
 * @returns whether all went well
 */
export const collectTeam = async (team: Team, options: CollectOptions): Promise<boolean> => {
  const { config, dir, store } = team;
  if (config.source.kind === "github") return collectGithub(team, options);
  const history = loadHistory(store);
  const known = new Map(history.runs.map((run) => [run.source, run]));
  const onLater = (source: string, at: string): void =>
    say(`${config.id}: ${source} (${at}) lies after as-of and is not read.`);
  const files = listExports({ teamDir: dir, zone: config.timezone, asOf: options.asOf, known, onLater });
  const settings = fingerprint(readingSettings(config));
  const plan = planReading(
    history.runs,
    files.map((file) => ({ ...file, settings })),
    options,
  );
  const wanted = new Map(files.map((file) => [file.source, file]));
  const observations = await observeAll(
    plan.read.map(({ source }) => wanted.get(source)!),
    team,
  );
  if (observations === null) return false;

  const recording = recordingRules(config, options);
  const before = plan.append ? history.runs.length : 0;
  const next = plan.append ? history : rebuild(history, observations, recording);
  if (plan.append) for (const observation of observations) record(next, observation, recording);
  const changed = saveHistory(store, next);
  warnOfUnknownWords(team, next.state);
  if (changed) describe(next, before, team);
  else say(`${config.id}: nothing new (${history.runs.length} observations known)`);
  return true;
};
