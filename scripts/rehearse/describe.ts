import { readdirSync } from "node:fs";
import { join } from "node:path";
import { BRANCH } from "../workflow/branch.ts";
import type { JobResult, RunResult } from "./run.ts";
import type { Scratch } from "./scratch.ts";

/** Jobs of a matrix that are shown one by one; of more only the count and those that failed. */
const JOBS_SHOWN = 6;
const FILES_SHOWN = 40;

const SIGNS = { success: "✓", failure: "✗", skipped: "–" } as const;

const indented = (text: string): string => text.trimEnd().replaceAll(/^/gm, "      ");

const jobLines = (job: JobResult, log: boolean): string[] => [
  `  ${SIGNS[job.result]} ${job.name}`,
  ...job.steps
    .filter(({ outcome }) => outcome !== "skipped")
    .flatMap((step) => [
      `    ${SIGNS[step.outcome]} ${step.name}`,
      ...(step.log !== "" && (log || step.outcome === "failure") ? [indented(step.log)] : []),
    ]),
];

const jobsShown = (jobs: readonly JobResult[]): { shown: JobResult[]; left: number } => {
  const matrix = jobs.filter(({ id }) => jobs.filter((job) => job.id === id).length > JOBS_SHOWN);
  const shown = jobs.filter((job) => !matrix.includes(job) || job.result === "failure");
  return { shown, left: jobs.length - shown.length };
};

const siteFiles = (scratch: Scratch): string[] => {
  if (!scratch.hasSite()) return ["  none"];
  const files = readdirSync(join(scratch.root, "site"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(scratch.root, "site").length + 1))
    .sort();
  const more = files.length > FILES_SHOWN ? [`  … and ${files.length - FILES_SHOWN} more`] : [];
  return [...files.slice(0, FILES_SHOWN).map((file) => `  ${file}`), ...more];
};

/** A run as a person would look at it on GitHub: its jobs and steps, annotations, summary, commits and site. */
export const describeRun = (options: {
  result: RunResult;
  scratch: Scratch;
  count: number;
  seconds: number;
  log: boolean;
}): string => {
  const { result, scratch, count, seconds, log } = options;
  const { shown, left } = jobsShown(result.jobs);
  const annotations = result.jobs.flatMap((job) => job.annotations);
  return [
    `Run ${count}: ${result.result}, ${seconds.toFixed(1)} s`,
    ...shown.flatMap((job) => jobLines(job, log)),
    ...(left > 0 ? [`  ✓ ${left} more jobs of the matrix`] : []),
    "",
    "Annotations:",
    ...(annotations.length === 0 ? ["  none"] : []),
    ...annotations.map(({ level, file, line, text }) => `  ${level} ${file ?? ""}:${line ?? ""} ${text}`),
    "",
    "Summary:",
    "",
    ...result.jobs.map(({ summary }) => summary).filter(Boolean),
    `Commits on ${BRANCH}:`,
    ...(scratch.commits(BRANCH).length === 0 ? ["  none"] : scratch.commits(BRANCH).map((one) => `  ${one}`)),
    "",
    "The deployed site:",
    ...siteFiles(scratch),
    "",
  ].join("\n");
};
