import { execFileSync } from "node:child_process";

/** Runs git in a folder and hands back what it prints, without the last line end. */
export type Git = (...args: string[]) => string;

/**
 * The token goes to git by its environment: no command line and no file of the checkout ever holds it. The header
 * is meant for the server alone, so a remote on the disk is opened without it.
 */
const credentials = (env: NodeJS.ProcessEnv): Record<string, string> => {
  if (!env.TOKEN) return {};
  const server = env.GITHUB_SERVER_URL || "https://github.com";
  const basic = Buffer.from(`x-access-token:${env.TOKEN}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  };
};

const IDENTITY = {
  name: "github-actions[bot]",
  email: "41898282+github-actions[bot]@users.noreply.github.com",
};

/** Git in one folder. What git says of an error goes to the log as it is: it names refs and the remote, no secret. */
export const gitIn = (dir: string, env: NodeJS.ProcessEnv): Git => {
  const settings = {
    ...env,
    ...credentials(env),
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: IDENTITY.name,
    GIT_AUTHOR_EMAIL: IDENTITY.email,
    GIT_COMMITTER_NAME: IDENTITY.name,
    GIT_COMMITTER_EMAIL: IDENTITY.email,
  };
  return (...args) =>
    execFileSync("git", args, {
      cwd: dir,
      env: settings,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 64 * 1024 * 1024,
    }).replace(/\n$/, "");
};

/** Whether git could do it; for questions whose "no" is an answer. */
export const succeeds = (run: () => string): boolean => {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof Error && "status" in error && typeof error.status === "number") return false;
    throw error;
  }
};
