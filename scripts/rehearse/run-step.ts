import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseCommandFile } from "./command-file.ts";
import { runProgram } from "./process.ts";
import { githubContext, type Run } from "./run.ts";

export type ShellStep = {
  script: string;
  shell: string | null;
  workspace: string;
  folder: string | null;
  env: Record<string, string>;
  contents: string;
};

/** How Actions starts each shell: without one named, bash goes on after a failing part of a pipe. */
const argumentsOf = (shell: string | null, file: string): string[] => {
  if (shell === "bash") return ["--noprofile", "--norc", "-eo", "pipefail", file];
  if (shell === null) return ["-e", file];
  throw new Error(`the rehearsal knows no shell ${shell}`);
};

/** `npm ci` links the packages that are here; every other npm command is npm's own. */
const npmStandIn = (modules: string): string => `#!/usr/bin/env bash
if [ "$1" = ci ]; then
  mkdir node_modules && ln -s "${modules}"/* "${modules}"/.bin node_modules/
  echo "Linked the packages of the project that rehearses."
  exit 0
fi
dir="$(cd "$(dirname "$0")" && pwd)"
PATH="\${PATH#"$dir":}" exec npm "$@"
`;

/** A runner's environment: nothing of the machine that rehearses but where its programs are. */
const machine = (run: Run, home: string): Record<string, string> => {
  const bin = join(home, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "npm"), npmStandIn(run.modules), { mode: 0o755 });
  return {
    PATH: [bin, dirname(process.execPath), process.env.PATH ?? ""].join(":"),
    HOME: home,
    LANG: "C.UTF-8",
    CI: "true",
    GITHUB_ACTIONS: "true",
    npm_config_update_notifier: "false",
    ASTRO_TELEMETRY_DISABLED: "1",
    GIT_CONFIG_NOSYSTEM: "1",
  };
};

const upper = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      typeof value === "string" && key !== "token" ? [[`GITHUB_${key.toUpperCase()}`, value]] : [],
    ),
  );

/** Runs the script of a `run:` as the runner would, and reads what it left for later steps. */
export const runShellStep = async (
  run: Run,
  step: ShellStep,
): Promise<{
  ok: boolean;
  log: string;
  outputs: Record<string, string>;
  env: Record<string, string>;
  summary: string;
}> => {
  const home = join(dirname(step.workspace), "home");
  const files = join(home, "files");
  mkdirSync(files, { recursive: true });
  const file = (name: string): string => {
    writeFileSync(join(files, name), "");
    return join(files, name);
  };
  const script = join(files, "step.sh");
  writeFileSync(script, step.script);
  const env = {
    ...machine(run, home),
    ...upper(githubContext(run, step.workspace)),
    REHEARSAL_CONTENTS: step.contents,
    ...step.env,
    GITHUB_OUTPUT: file("output"),
    GITHUB_ENV: file("env"),
    GITHUB_STEP_SUMMARY: file("summary"),
  };
  const cwd = step.folder === null ? step.workspace : join(step.workspace, step.folder);
  const { code, log } = await runProgram("bash", argumentsOf(step.shell, script), { cwd, env });
  const read = (name: string): string => readFileSync(join(files, name), "utf8");
  return {
    ok: code === 0,
    log,
    outputs: parseCommandFile(read("output")),
    env: parseCommandFile(read("env")),
    summary: read("summary"),
  };
};
