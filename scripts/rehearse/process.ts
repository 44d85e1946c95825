import { type ChildProcess, execFileSync, spawn } from "node:child_process";

/** Git for the rehearsal's own repositories, with a name of its own and none of the machine's settings. */
export const git = (cwd: string, ...args: string[]): string =>
  execFileSync("git", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "A person",
      GIT_AUTHOR_EMAIL: "person@example.org",
      GIT_COMMITTER_NAME: "A person",
      GIT_COMMITTER_EMAIL: "person@example.org",
      REHEARSAL_CONTENTS: "write",
    },
  }).replace(/\n$/, "");

const gather = (child: ChildProcess): Promise<{ code: number; log: string }> =>
  new Promise((done, fail) => {
    const pieces: Buffer[] = [];
    child.stdout?.on("data", (piece: Buffer) => pieces.push(piece));
    child.stderr?.on("data", (piece: Buffer) => pieces.push(piece));
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, log: Buffer.concat(pieces).toString("utf8") }));
  });

/** Runs a program to its end; what it prints comes back as one log, in the order printed. */
export const runProgram = (
  program: string,
  args: readonly string[],
  options: { cwd: string; env: Record<string, string> },
): Promise<{ code: number; log: string }> =>
  gather(spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] }));
