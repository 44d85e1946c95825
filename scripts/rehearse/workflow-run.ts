import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { functionsFor } from "./functions.ts";
import { type JobOptions, runJob } from "./job.ts";
import { type Event, githubContext, type Host, type JobResult, type Run, type RunResult } from "./run.ts";
import { fillAll, holds } from "./template.ts";
import type { Value } from "./values.ts";
import type { JobFile, WorkflowFile } from "./workflow-file.ts";

/** Jobs of one matrix that run side by side. */
const SIDE_BY_SIDE = 2;

const combinations = (matrix: Record<string, Value>): Value[] =>
  Object.entries(matrix).reduce<{ [key: string]: Value }[]>(
    (sets, [key, values]) => {
      if (!Array.isArray(values) || values.length === 0)
        throw new Error(`the matrix has no values for ${key}`);
      return sets.flatMap((set) => values.map((value) => ({ ...set, [key]: value })));
    },
    [{}],
  );

const inTurns = async <T, R>(
  list: readonly T[],
  work: (one: T, index: number) => Promise<R>,
): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const at = next;
      next += 1;
      results[at] = await work(list[at]!, at);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return results;
};

const skipped = (id: string, job: JobFile): JobResult => ({
  id,
  name: job.name ?? id,
  result: "skipped",
  outputs: {},
  steps: [],
  summary: "",
  annotations: [],
  commands: [],
});

/** How the jobs of one id ended together: one that failed fails them all. */
const together = (results: readonly JobResult[]): JobResult["result"] => {
  if (results.some(({ result }) => result === "failure")) return "failure";
  return results.every(({ result }) => result === "skipped") ? "skipped" : "success";
};

const runOne = async (
  options: Omit<JobOptions, "needs" | "matrix" | "index" | "job"> & {
    job: JobFile;
    done: ReadonlyMap<string, readonly JobResult[]>;
  },
): Promise<JobResult[]> => {
  const { run, workflow, id, job, done } = options;
  const ended = job.needs.map((need) => [need, done.get(need)!] as const);
  const needs = Object.fromEntries(
    ended.map(([need, results]) => [
      need,
      { result: together(results), outputs: Object.assign({}, ...results.map(({ outputs }) => outputs)) },
    ]),
  ) as { [key: string]: Value };
  const results = ended.map(([, list]) => together(list));
  // A job that was skipped keeps those that need it from success(), as on GitHub.
  const standing = { failed: results.includes("failure"), cancelled: false };
  const success = { success: () => results.every((result) => result === "success") };
  const scope = {
    contexts: {
      github: githubContext(run, ""),
      inputs: run.event.inputs,
      vars: run.vars,
      needs,
    },
    functions: { ...functionsFor(standing, null), ...success },
  };
  if (!holds(job.if, scope)) return [skipped(id, job)];
  const matrix = job.strategy
    ? combinations(fillAll(job.strategy.matrix, scope) as Record<string, Value>)
    : [null];
  return inTurns(matrix, (values, index) => runJob({ run, workflow, id, job, needs, matrix: values, index }));
};

/** Runs a workflow from its first job to its last; jobs one after the other, those of a matrix side by side. */
export const runWorkflow = async (options: {
  host: Host;
  workflow: WorkflowFile;
  event: Event;
  sha: string;
  id: number;
  onStep?: Run["onStep"];
}): Promise<RunResult> => {
  const { host, workflow, event, sha, id, onStep = async () => undefined } = options;
  const asked = workflow.on.workflow_dispatch?.inputs ?? {};
  const defaults = Object.fromEntries(
    Object.entries(asked).map(([name, input]) => [name, input.default ?? ""]),
  );
  const inputs = event.name === "workflow_dispatch" ? { ...defaults, ...event.inputs } : {};
  const artifacts = join(host.root, `run-${id}`, "artifacts");
  mkdirSync(artifacts, { recursive: true });
  const run: Run = { ...host, id, sha, artifacts, onStep, event: { ...event, inputs } };
  const done = new Map<string, JobResult[]>();
  // Written in the order in which they need each other, which a test of the files holds.
  for (const [name, job] of Object.entries(workflow.jobs))
    done.set(name, await runOne({ run, workflow, id: name, job, done }));
  const jobs = [...done.values()].flat();
  return { result: jobs.some(({ result }) => result === "failure") ? "failure" : "success", sha, jobs };
};
