import { setTimeout as sleep } from "node:timers/promises";
import { matchGlob } from "../../src/lib/glob.ts";
import { fold, printable } from "../../src/lib/text.ts";
import { plural } from "../../src/lib/words.ts";
import { boardFields } from "../../src/sources/github/board-fields.ts";
import { openClient } from "../../src/sources/github/client.ts";
import { ITEM_TYPES } from "../../src/sources/github/documents/timeline.ts";
import { documentsFor } from "../../src/sources/github/documents-for.ts";
import { BudgetEnded, GithubError } from "../../src/sources/github/github-error.ts";
import { isSprintOf, sprintIsMilestone } from "../../src/sources/github/names.ts";
import {
  milestoneSprint,
  type RepositoryOverview,
  readOverview,
} from "../../src/sources/github/read-overview.ts";
import { type GithubSettings, githubSettings } from "../../src/sources/github/settings.ts";
import { complain, say } from "../cli/log.ts";
import { githubAccess } from "./collect-github.ts";
import type { Team } from "./teams.ts";

/** A look takes seconds; a server that needs longer is named. */
const PATIENCE = 60_000;

const quoted = (names: readonly string[]): string =>
  names.length === 0 ? "none" : names.map((name) => `“${printable(name, 40)}”`).join(", ");

/** Labels that the configuration asks for, found or not. */
const labelLines = (overview: RepositoryOverview, settings: GithubSettings): string[] => {
  const names = overview.labels.map(({ name }) => name);
  const missing = settings.readyLabels.filter((wanted) => !names.some((name) => fold(name) === fold(wanted)));
  const pattern = settings.estimateLabels;
  const sizes = pattern === null ? [] : names.filter((name) => matchGlob(pattern, name) !== null);
  return [
    ...(missing.length === 0
      ? []
      : [`no label is called ${quoted(missing)}: nothing can have it, and so be ready.`]),
    ...(pattern === null ? [] : [`labels that give an estimate by ${pattern}: ${quoted(sizes)}.`]),
  ];
};

const boardLines = (overview: RepositoryOverview, settings: GithubSettings): string[] => {
  const { board } = overview;
  if (board === null)
    return ["no board is configured, so nothing tells the order: churn and the worklist need one."];
  const fields = boardFields(board, settings);
  return [
    `board ${board.number}: readable; status from ${fields.status ?? "no field"}, sprints from ${fields.iteration ?? "no iteration field"}, estimate from ${fields.estimate ?? "no number field"}.`,
    "the board's order, iterations and numbers are known from the first reading on; GitHub keeps no history of them.",
  ];
};

const sprintLines = (overview: RepositoryOverview, settings: GithubSettings): string[] => {
  if (!sprintIsMilestone(settings, overview)) return [];
  const due = overview.milestones.filter(({ dueOn }) => dueOn !== null).length;
  const sprints = overview.milestones.map(milestoneSprint).filter(isSprintOf(settings)).length;
  const called = settings.sprintsFrom === null ? `, ${sprints} called as one of the sprints` : "";
  return [`${plural(overview.milestones.length, "milestone")}, ${due} with a due date${called}.`];
};

/** What a token may read of a team's repository and board, said in words; nothing is written. */
export const checkGithub = async (team: Team): Promise<boolean> => {
  const { config, dir } = team;
  const tell = (text: string): void => say(`${config.id}: ${text}`);
  const settings = githubSettings(config);
  try {
    const client = openClient({
      ...githubAccess(config, process.env),
      now: Date.now,
      sleep: async (ms) => {
        await sleep(ms);
      },
      deadline: Date.now() + PATIENCE,
      log: tell,
    });
    const overview = await readOverview(client, settings);
    const { repository, capabilities } = overview;
    const { itemTypes } = documentsFor(capabilities, { board: overview.board !== null });
    const unknown = ITEM_TYPES.filter((type) => !itemTypes.includes(type));
    const seen = repository.isPrivate
      ? "private: titles are shown only with publish.titles: true"
      : "open to everyone";
    tell(`${repository.nameWithOwner}: readable, ${seen}; ${plural(repository.issues.totalCount, "issue")}.`);
    for (const line of [
      ...labelLines(overview, settings),
      ...sprintLines(overview, settings),
      ...boardLines(overview, settings),
      ...(unknown.length === 0
        ? []
        : [`this server does not know ${unknown.join(", ")}: their past is not told.`]),
    ])
      tell(line);
    return true;
  } catch (error) {
    if (!(error instanceof GithubError) && !(error instanceof BudgetEnded)) throw error;
    complain(`${dir}/team.yaml › source.github: ${error.message}`, { file: `${dir}/team.yaml`, line: 1 });
    return false;
  }
};
