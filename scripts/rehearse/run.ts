import type { Value } from "./values.ts";

/** One run of a workflow, as GitHub would be told of it. */
export type Event = {
  name: "push" | "schedule" | "workflow_dispatch";
  inputs: Record<string, string | boolean>;
};

/** What a repository has set, and where the rehearsal keeps what GitHub would keep. */
export type Host = {
  /** Everything below lives in here. */
  root: string;
  /** Bare repository. */
  remote: string;
  repository: string;
  private: boolean;
  pagesEnabled: boolean;
  vars: Record<string, string>;
  secrets: Record<string, string>;
  /** The `node_modules` that `npm ci` links instead of installing. */
  modules: string;
};

export type Annotation = { level: string; file: string | null; line: number | null; text: string };

export type StepResult = {
  name: string;
  outcome: "success" | "failure" | "skipped";
  /** What the job goes by: a step that may fail counts as a success. */
  conclusion: "success" | "failure" | "skipped";
  outputs: Record<string, string>;
  log: string;
};

export type JobResult = {
  id: string;
  name: string;
  result: "success" | "failure" | "skipped";
  outputs: Record<string, string>;
  steps: StepResult[];
  summary: string;
  annotations: Annotation[];
  /** Workflow commands in the log besides annotations; a run that behaves has none. */
  commands: string[];
};

export type RunResult = { result: "success" | "failure"; sha: string; jobs: JobResult[] };

/** A run under way. */
export type Run = Host & {
  id: number;
  sha: string;
  event: Event;
  artifacts: string;
  /** Called before every step; holds a run back until two are where they should meet. */
  onStep: (job: string, step: string) => Promise<void>;
};

/** The `github` context. A scheduled run is told nothing of its repository, as on GitHub. */
export const githubContext = (run: Run, workspace: string): { [key: string]: Value } => ({
  sha: run.sha,
  ref: "refs/heads/main",
  ref_name: "main",
  repository: run.repository,
  repository_owner: run.repository.split("/")[0]!,
  run_id: String(run.id),
  run_attempt: "1",
  event_name: run.event.name,
  event: {
    inputs: run.event.inputs,
    ...(run.event.name === "schedule"
      ? {}
      : { repository: { private: run.private, default_branch: "main" } }),
  },
  token: "rehearsal-token",
  server_url: "https://github.example",
  api_url: "http://127.0.0.1:9",
  workspace,
});
