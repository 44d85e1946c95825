import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { standInFor } from "./actions.ts";
import { functionsFor, type Standing } from "./functions.ts";
import { readLog } from "./log-commands.ts";
import { githubContext, type JobResult, type Run, type StepResult } from "./run.ts";
import { runShellStep } from "./run-step.ts";
import { fill, fillTexts, holds } from "./template.ts";
import { asText, type Value } from "./values.ts";
import type { JobFile, StepFile, WorkflowFile } from "./workflow-file.ts";

export type JobOptions = {
  run: Run;
  workflow: WorkflowFile;
  id: string;
  job: JobFile;
  needs: Value;
  matrix: Value;
  index: number;
};

const maskSecrets = (run: Run, text: string): string =>
  Object.values(run.secrets)
    .filter((secret) => secret !== "")
    .reduce((masked, secret) => masked.replaceAll(secret, "***"), text);

/** Runs the steps of one job in a workspace of its own, as a runner would. */
export const runJob = async (options: JobOptions): Promise<JobResult> => {
  const { run, workflow, id, job, needs, matrix, index } = options;
  const workspace = join(run.root, `run-${run.id}`, `${id}-${index}`, "work");
  mkdirSync(workspace, { recursive: true });
  const contexts: Record<string, Value> = {
    github: githubContext(run, workspace),
    inputs: run.event.inputs,
    vars: run.vars,
    secrets: { ...run.secrets, GITHUB_TOKEN: "rehearsal-token" },
    needs,
    matrix,
    strategy: { "job-index": index },
    runner: { os: "Linux", temp: join(workspace, "..", "home") },
  };
  const standing: Standing = { failed: false, cancelled: false };
  const steps: StepResult[] = [];
  const stepsContext: Record<string, Value> = {};
  const functions = functionsFor(standing, workspace);
  const start = { contexts, functions };
  const env = { ...fillTexts(workflow.env, start), ...fillTexts(job.env, start) };
  const name = asText(fill(job.name ?? id, start));
  let summary = "";

  const scopeFor = () => ({ contexts: { ...contexts, env, steps: stepsContext }, functions });

  const runStep = async (step: StepFile, stepEnv: Record<string, string>) => {
    const scope = { contexts: { ...contexts, env: { ...env, ...stepEnv }, steps: stepsContext }, functions };
    if (step.uses !== undefined) {
      const given = fillTexts(step.with, scope);
      const outputs = standInFor(step.uses)({ run, given, workspace, permissions: job.permissions });
      return { ok: true, log: "", outputs };
    }
    const ran = await runShellStep(run, {
      script: asText(fill(step.run ?? "", scope)),
      shell: step.shell ?? workflow.defaults?.run?.shell ?? null,
      workspace,
      folder: step["working-directory"] ?? null,
      env: { ...env, ...stepEnv },
      contents: job.permissions.contents ?? "none",
    });
    Object.assign(env, ran.env);
    summary += ran.summary;
    return ran;
  };

  for (const step of job.steps) {
    const title = step.name ?? step.uses ?? (step.run ?? "").split("\n")[0]!;
    const stepEnv = fillTexts(step.env, scopeFor());
    const conditional = {
      contexts: { ...contexts, env: { ...env, ...stepEnv }, steps: stepsContext },
      functions,
    };
    if (!holds(step.if, conditional)) {
      steps.push({ name: title, outcome: "skipped", conclusion: "skipped", outputs: {}, log: "" });
      if (step.id) stepsContext[step.id] = { outcome: "skipped", conclusion: "skipped", outputs: {} };
      continue;
    }
    await run.onStep(id, title);
    const ran = await runStep(step, stepEnv).catch((error: unknown) => ({
      ok: false,
      log: `::error::${error instanceof Error ? error.message : String(error)}`,
      outputs: {},
    }));
    const outcome = ran.ok ? "success" : "failure";
    const conclusion = ran.ok || step["continue-on-error"] === true ? "success" : "failure";
    if (conclusion === "failure") standing.failed = true;
    steps.push({ name: title, outcome, conclusion, outputs: ran.outputs, log: maskSecrets(run, ran.log) });
    if (step.id) stepsContext[step.id] = { outcome, conclusion, outputs: ran.outputs };
  }

  const log = steps.map((step) => step.log).join("\n");
  return {
    id,
    name,
    result: standing.failed ? "failure" : "success",
    outputs: fillTexts(job.outputs, scopeFor()),
    steps,
    summary: maskSecrets(run, summary),
    ...readLog(log),
  };
};
