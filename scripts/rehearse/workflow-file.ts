import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Value } from "./values.ts";

type Mapping = { [key: string]: Value };

export type StepFile = {
  id?: string;
  name?: string;
  if?: Value;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Mapping;
  env?: Mapping;
  "continue-on-error"?: boolean;
  "working-directory"?: string;
};

export type JobFile = {
  name?: string;
  needs: string[];
  if?: Value;
  permissions: Record<string, string>;
  strategy?: { matrix: Record<string, Value> };
  env?: Mapping;
  outputs?: Mapping;
  environment?: Mapping;
  "timeout-minutes"?: number;
  steps: StepFile[];
};

export type WorkflowFile = {
  name: string;
  on: { [event: string]: { inputs?: Record<string, { type?: string; default?: string | boolean }> } | null };
  env?: Mapping;
  permissions: Record<string, string>;
  defaults?: { run?: { shell?: string } };
  jobs: Record<string, JobFile>;
};

/** A workflow file with the short forms spelled out that the rehearsal would stumble over. */
export const readWorkflow = (file: string): WorkflowFile => {
  const workflow = parse(readFileSync(file, "utf8")) as WorkflowFile;
  for (const job of Object.values(workflow.jobs)) {
    const needs: unknown = job.needs ?? [];
    job.needs = typeof needs === "string" ? [needs] : (needs as string[]);
    // Rights that a job names replace the workflow's.
    job.permissions ??= workflow.permissions;
  }
  return workflow;
};
