import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { git } from "./process.ts";
import type { Event, Host, Run, RunResult } from "./run.ts";
import { readWorkflow } from "./workflow-file.ts";
import { runWorkflow } from "./workflow-run.ts";

/** Refuses a push from a job without `contents: write`, and workflow files on any branch that a job pushes. */
const PRE_RECEIVE = `#!/bin/sh
if [ "$REHEARSAL_CONTENTS" != write ]; then echo "this job may not push"; exit 1; fi
while read -r old new ref; do
  case "$ref" in refs/heads/main) continue;; esac
  if [ -n "$(git ls-tree --name-only "$new" .github)" ]; then echo "a token may not push workflow files"; exit 1; fi
done
`;

/** What a copy of the project takes along: all that a commit would, but neither tests nor the teams when others are given. */
const copyProject = (from: string, to: string, withTeams: boolean): void => {
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: from,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  })
    .split("\0")
    .filter((file) => file !== "" && !file.startsWith("tests/"))
    .filter((file) => withTeams || !file.startsWith("data/teams/"));
  // A file that is listed and gone is one that somebody has deleted and not yet committed.
  for (const file of files.filter((one) => existsSync(join(from, one))))
    cpSync(join(from, file), join(to, file));
};

export type Files = Readonly<Record<string, string | Uint8Array | null>>;

export type Scratch = ReturnType<typeof openScratch>;

/**
 * A repository made from this project, with a bare remote beside it, in which workflows can be rehearsed.
 * @param options.files written over the copy; with teams among them the project's own are left out
 */
export const openScratch = (options: {
  project: string;
  files?: Files;
  settings?: Partial<Pick<Host, "private" | "pagesEnabled" | "vars" | "secrets">>;
}) => {
  const root = mkdtempSync(join(tmpdir(), "runway-rehearsal-"));
  const work = join(root, "person");
  const remote = join(root, "remote.git");
  mkdirSync(work);
  const given = options.files ?? {};
  const ownTeams = !Object.keys(given).some((file) => file.startsWith("data/teams/"));
  copyProject(options.project, work, ownTeams);
  git(root, "init", "--quiet", "--bare", "--initial-branch", "main", remote);
  writeFileSync(join(remote, "hooks", "pre-receive"), PRE_RECEIVE, { mode: 0o755 });
  // Runs fetch a commit by its name, as they may on GitHub.
  git(remote, "config", "uploadpack.allowAnySHA1InWant", "true");
  git(work, "init", "--quiet", "--initial-branch", "main");
  git(work, "remote", "add", "origin", remote);
  const host: Host = {
    root,
    remote,
    repository: "rehearsal/backlog",
    private: false,
    pagesEnabled: true,
    vars: {},
    secrets: {},
    modules: join(options.project, "node_modules"),
    ...options.settings,
  };
  let runs = 0;

  /** Writes files (`null` removes one), commits and pushes them as a person would. */
  const push = (files: Files, message = "Change"): string => {
    for (const [file, content] of Object.entries(files)) {
      const path = join(work, file);
      if (content === null) rmSync(path, { recursive: true });
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      }
    }
    git(work, "add", "--all");
    git(work, "commit", "--quiet", "--allow-empty", "--message", message);
    git(work, "push", "--quiet", "origin", "HEAD:main");
    return git(work, "rev-parse", "HEAD");
  };
  push(given, "From the template");

  const start = (
    event: Event["name"],
    options: { inputs?: Event["inputs"]; onStep?: Run["onStep"] } = {},
  ): Promise<RunResult> => {
    runs += 1;
    return runWorkflow({
      host,
      workflow: readWorkflow(join(work, ".github/workflows/refresh.yml")),
      event: { name: event, inputs: options.inputs ?? {} },
      sha: git(work, "rev-parse", "HEAD"),
      id: runs,
      ...(options.onStep ? { onStep: options.onStep } : {}),
    });
  };

  const hasBranch = (branch: string): boolean => git(remote, "branch", "--list", branch) !== "";
  return {
    host,
    root,
    push,
    start,
    hasBranch,
    /** Subjects of the commits of a branch, newest first. */
    commits: (branch: string): string[] =>
      hasBranch(branch) ? git(remote, "log", "--format=%s", branch).split("\n") : [],
    /** Every file of a branch with its text. */
    filesOf: (branch: string): Map<string, string> =>
      new Map(
        git(remote, "ls-tree", "-r", "-z", "--name-only", branch)
          .split("\0")
          .filter(Boolean)
          .map((file) => [file, git(remote, "show", `${branch}:${file}`)]),
      ),
    /** A file of the deployed site. */
    site: (file: string): string => readFileSync(join(root, "site", file), "utf8"),
    hasSite: (): boolean => existsSync(join(root, "site", "index.html")),
    remove: (): void => rmSync(root, { recursive: true, force: true }),
  };
};
