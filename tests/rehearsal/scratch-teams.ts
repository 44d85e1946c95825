import { resolve } from "node:path";
import { vi } from "vitest";
import type { RunResult } from "../../scripts/rehearse/run.ts";
import { openScratch, type Scratch } from "../../scripts/rehearse/scratch.ts";

// Whole runs of a workflow, several to a test: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });

const project = resolve(import.meta.dirname, "../..");

const open: Scratch[] = [];

/** A scratch repository that `removeScratches` takes away again. */
export const scratchWith = (options: Omit<Parameters<typeof openScratch>[0], "project">): Scratch => {
  const scratch = openScratch({ project, ...options });
  open.push(scratch);
  return scratch;
};

export const removeScratches = (): void => {
  for (const scratch of open.splice(0)) scratch.remove();
};

export const annotationsOf = (run: RunResult) => run.jobs.flatMap(({ annotations }) => annotations);
export const commandsOf = (run: RunResult): string[] => run.jobs.flatMap(({ commands }) => commands);
export const summaryOf = (run: RunResult): string => run.jobs.map(({ summary }) => summary).join("\n");
export const logOf = (run: RunResult): string =>
  run.jobs.flatMap(({ steps }) => steps.map(({ log }) => log)).join("\n");
/** The jobs that ran, by name. */
export const jobsRun = (run: RunResult): string[] =>
  run.jobs.filter(({ result }) => result !== "skipped").map(({ name }) => name);
/** What went wrong, for the message of a failing test. */
export const faultsOf = (run: RunResult): string =>
  run.jobs
    .flatMap(({ name, steps }) =>
      steps
        .filter(({ outcome }) => outcome === "failure")
        .map((step) => `${name} › ${step.name}\n${step.log}`),
    )
    .join("\n");
