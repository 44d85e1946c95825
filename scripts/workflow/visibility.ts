import { say } from "../cli/log.ts";

const TIMEOUT_MS = 20_000;

/**
 * Whether the repository is private. A scheduled run is not told, so the API is asked; where it does not answer the
 * repository counts as private, which publishes nothing by accident.
 */
export const isPrivate = async (env: NodeJS.ProcessEnv): Promise<boolean> => {
  if (env.REPOSITORY_PRIVATE === "true") return true;
  if (env.REPOSITORY_PRIVATE === "false") return false;
  // With the variable set, the answer changes nothing.
  if ((env.BACKLOG_PAGES ?? "") !== "") return true;
  const address = `${env.GITHUB_API_URL ?? "https://api.github.com"}/repos/${env.GITHUB_REPOSITORY ?? ""}`;
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${env.TOKEN ?? ""}`, accept: "application/vnd.github+json" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const body = (await response.json()) as { private?: unknown };
    return body.private !== false;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    say(`Whether the repository is public could not be asked (${reason}), so it counts as private.`);
    return true;
  }
};
