import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { TeamConfig } from "../../src/config/team-config.ts";
import type { History } from "../../src/history/record.ts";
import { lastReadAt, recordRead } from "../../src/history/record-read.ts";
import { loadHistory, saveHistory } from "../../src/history/store.ts";
import { fromIso, toIso } from "../../src/lib/dates.ts";
import { plural } from "../../src/lib/words.ts";
import { isEvent } from "../../src/model/change.ts";
import { planSprints } from "../../src/model/sprint.ts";
import { sprintPlan } from "../../src/report/settle.ts";
import { type Client, openClient } from "../../src/sources/github/client.ts";
import { BudgetEnded, GithubError } from "../../src/sources/github/github-error.ts";
import { openPending, type Pending } from "../../src/sources/github/pending.ts";
import { type KnownBacklog, readBacklog } from "../../src/sources/github/read-backlog.ts";
import { githubSettings } from "../../src/sources/github/settings.ts";
import { complain, say, warn } from "../cli/log.ts";
import type { Withheld } from "../scan/withheld.ts";
import { recordingRules } from "./recording-rules.ts";
import type { Team } from "./teams.ts";
import { warnOfUnknownWords } from "./warn-of-unknown-words.ts";

export type GithubOptions = {
  asOf: number;
  /** A person has set as-of; else it is now. */
  asOfGiven: boolean;
  acceptShrink: boolean;
  /** How long reading may take. */
  minutes: number;
  /** Is handed what may not be published. */
  withheld?: Withheld;
  /** Of this machine; another one only where waiting would take too long. */
  clock?: Clock;
};

type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };

const MACHINE: Clock = {
  now: Date.now,
  sleep: async (ms) => {
    await sleep(ms);
  },
};

const MINUTE = 60_000;
/** So long an unchanged backlog is not recorded anew: one line a week shows that somebody looked. */
const QUIET = 7 * 86_400_000;

/** What of the settings changes what an event says; labels, sprints and estimates by label are told by their ids. */
const fingerprintOf = (team: TeamConfig): string => {
  const { readyLabels: _, sprintNames: __, estimateLabels, ...shaping } = githubSettings(team);
  const text = JSON.stringify({ ...shaping, byLabels: estimateLabels !== null });
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
};

/** A workflow's own token belongs to the server that runs it, and is not handed to another that a file names. */
const isForeign = (own: string | null, env: NodeJS.ProcessEnv, token: string): boolean =>
  own !== null &&
  env.GITHUB_API_URL !== undefined &&
  token.startsWith("ghs_") &&
  new URL(own).host !== new URL(env.GITHUB_API_URL).host;

/** Where GitHub is, and by what it may be read: the team's own server before that of the run. */
export const githubAccess = (
  team: TeamConfig,
  env: NodeJS.ProcessEnv,
): { api: string; graphqlUrl: string | null; token: string } => {
  const own = team.source.kind === "github" ? team.source.api : null;
  const api = own ?? env.GITHUB_API_URL ?? "https://api.github.com";
  // The address of GraphQL belongs to the server of the run, not to another that the team names.
  const token = env.GITHUB_TOKEN ?? "";
  if (isForeign(own, env, token)) return { api, graphqlUrl: null, token: "" };
  const graphqlUrl = own === null || own === env.GITHUB_API_URL ? (env.GITHUB_GRAPHQL_URL ?? null) : null;
  return { api, graphqlUrl, token };
};

const knownOf = (history: History, fingerprint: string): KnownBacklog => {
  const last = history.runs.findLast(({ state, told }) => state === "accepted" && told !== undefined);
  const edits = new Map<string, string>();
  const placed = new Set<string>();
  for (const change of history.changes)
    if (isEvent(change)) {
      if (change.kind === "description") edits.set(change.id, change.at);
      if (change.set?.sprint) placed.add(change.event);
    } else if ("new" in change && change.new.sprint !== null) placed.add(change.id);
  const isSame = last?.settings === fingerprint;
  return {
    watermark: isSame ? (last?.told?.watermark ?? null) : null,
    names: history.names,
    present: new Set([...history.state.items].filter(([, { present }]) => present).map(([id]) => id)),
    knownEdit: (id) => (isSame ? (edits.get(id) ?? null) : null),
    statusOf: (id) => history.state.items.get(id)?.facts.status ?? null,
    placed,
    link: last?.told?.link ?? null,
  };
};

/** An observation is due in the first run of a sprint, and a week after the last: then all issues are looked for too. */
const dueAfter = (last: number | null, team: TeamConfig, history: History): ((t: number) => boolean) => {
  const plan = sprintPlan(team, history.names);
  return (t) => {
    if (last === null || t - last >= QUIET) return true;
    const sprints = plan === null ? [] : planSprints(plan, { zone: team.timezone, asOf: t });
    return sprints.some(({ start }) => last < start && start <= t);
  };
};

const describe = (history: History, before: number, team: Team): void => {
  for (const run of history.runs.slice(before)) {
    const held =
      run.state === "held"
        ? `, held back: ${run.missing?.ids} of ${run.missing?.of} open items are missing. Take it with --accept-shrink if they are really gone`
        : "";
    say(
      `${team.config.id}: ${run.source} as of ${run.at}: ${plural(run.items, "item")}, ${plural(run.changes, "change")}${held}`,
    );
    for (const { id, count, first } of run.findings)
      warn(
        `${team.dir}/team.yaml`,
        `${id}: ${count} (${first.map(({ where, text }) => `${where}: ${text}`)[0]})`,
      );
  }
};

/** The store holds what came after as-of, and is not read back in time. */
const isPast = (history: History, options: GithubOptions): boolean => {
  const last = lastReadAt(history);
  return options.asOfGiven && last !== null && options.asOf < last;
};

type Reading = { client: Client; pending: Pending; fingerprint: string };

/**
 * Reads, and records what was read. A function of its own, so that what was read is gone from memory when the store is
 * written.
 */
const readInto = async (
  history: History,
  { team, options, ...own }: { team: Team; options: GithubOptions } & Reading,
): Promise<{ changed: boolean; at: string }> => {
  const { config } = team;
  const read = await readBacklog({
    ...own,
    settings: githubSettings(config),
    known: knownOf(history, own.fingerprint),
    asOf: options.asOfGiven ? options.asOf : null,
    ...(options.withheld ? { onWithheld: options.withheld.add } : {}),
    isDue: dueAfter(lastReadAt(history), config, history),
    log: (text) => say(`${config.id}: ${text}`),
  });
  const changed = recordRead(history, read, recordingRules(config, options));
  own.pending.forget();
  return { changed, at: read.at };
};

/**
 * Brings a team's store up to date with GitHub. Pages are put away as they come; the store is written once, at the end,
 * or not at all.
 * @returns whether all went well; a budget that ended is no failure, the next run goes on
 */
export const collectGithub = async (team: Team, options: GithubOptions): Promise<boolean> => {
  const { config, dir, store } = team;
  const history = loadHistory(store);
  if (isPast(history, options)) {
    say(`${config.id}: the store is newer than as-of; GitHub is not read.`);
    return true;
  }
  const fingerprint = fingerprintOf(config);
  const { owner, repository } = githubSettings(config);
  const before = history.runs.length;
  const clock = options.clock ?? MACHINE;
  const path = join(dirname(dirname(store)), "pending", basename(store), "github.jsonl");
  try {
    const client = openClient({
      ...githubAccess(config, process.env),
      ...clock,
      deadline: clock.now() + options.minutes * MINUTE,
      log: (text) => say(`${config.id}: ${text}`),
    });
    const pending = openPending(path, {
      source: `${owner}/${repository}`,
      settings: fingerprint,
      after: before,
    });
    const { changed, at } = await readInto(history, { team, options, client, pending, fingerprint });
    if (changed) saveHistory(store, history);
    team.lookedAt = fromIso(at);
    pending.clear();
    warnOfUnknownWords(team, history.state);
    const heldAgain = !changed && history.runs.at(-1)?.state === "held";
    if (changed || heldAgain) describe(history, heldAgain ? before - 1 : before, team);
    else say(`${config.id}: nothing new since ${toIso(lastReadAt(history) ?? fromIso(at))}`);
    say(
      `${config.id}: ${plural(client.requests, "request")}, ${plural(client.points, "point")} of GitHub's limit.`,
    );
    return true;
  } catch (error) {
    if (error instanceof BudgetEnded) {
      warn(`${dir}/team.yaml`, `${error.message} The page still shows the last data.`);
      return true;
    }
    if (!(error instanceof GithubError)) throw error;
    complain(`${dir}/team.yaml › source.github: ${error.message}`, { file: `${dir}/team.yaml`, line: 1 });
    return false;
  }
};
