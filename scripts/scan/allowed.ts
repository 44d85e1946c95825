import { globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { loadHistory } from "../../src/history/store.ts";
import type { Team } from "../steps/teams.ts";
import type { Withheld } from "./withheld.ts";

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * The program's own words: its sources, and the scripts and styles that are built from them and from packages, which
 * no data ever enters. A value that stands there would be found on every site, an empty one too.
 */
export const allowOwnWords = (withheld: Withheld, site: string): void => {
  const own = globSync("{src,public}/**/*.{ts,tsx,astro,md,css,json,svg}", { cwd: PROJECT });
  for (const file of own) withheld.allow(readFileSync(join(PROJECT, file), "utf8"));
  for (const file of globSync("assets/**/*.{js,css}", { cwd: site }))
    withheld.allow(readFileSync(join(site, file), "utf8"));
};

/**
 * What a team publishes by its own word or as facts: its configuration, the names of its files, ids, and the names of
 * statuses, types, sprints and resolutions; titles where they may be published. A label of the store is not among it.
 */
export const allowTeam = (
  withheld: Withheld,
  team: Team,
  options: { yaml: string; files: readonly string[]; titles: boolean },
): void => {
  withheld.allow(team.config.id);
  withheld.allow(team.config.name);
  withheld.allow(options.yaml);
  for (const file of options.files) withheld.allow(file);
  const { state, names } = loadHistory(team.store);
  for (const { title } of names.sprints.values()) withheld.allow(title);
  for (const name of names.labels.values()) withheld.allow(name);
  const facts = new Set<string>();
  for (const [id, { facts: known }] of state.items) {
    const title = options.titles ? known.title : null;
    for (const word of [id, known.type, known.status, known.sprint, known.resolution, title])
      if (word) facts.add(word);
  }
  for (const word of facts) withheld.allow(word);
};
