import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadSite, loadTeams } from "../../src/config/load.ts";
import { withinSite } from "../../src/config/site.ts";
import { loadHistory } from "../../src/history/store.ts";
import { complain } from "../cli/log.ts";
import { allowOwnWords, allowTeam } from "../scan/allowed.ts";
import { readWithheld } from "../scan/read-values.ts";
import { scanFolder } from "../scan/scan-folder.ts";
import { collectWithheld, type Kind, type Withheld } from "../scan/withheld.ts";
import { lastGoodTeam } from "./last-good.ts";
import type { Team } from "./teams.ts";

const KINDS: readonly Kind[] = ["title", "person", "description", "label", "branch"];
/** Places that are named; a fault in a page's template shows on every page. */
const SHOWN = 20;

const filesBelow = (dir: string): string[] => {
  const exists = readdirSync(dir, { recursive: true, withFileTypes: true });
  return exists
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll("\\", "/"),
    );
};

/** A team by its configuration, or by its last right one; without either only its files are known. */
const teamsOf = (data: string): { id: string; dir: string; team: Team | null }[] => {
  const { site } = loadSite({ dataDir: data });
  return loadTeams({ dataDir: data })
    .filter(({ dir }) => dir !== join(data, "teams"))
    .map(({ id, dir, result }) => ({
      id,
      dir,
      team: result.team
        ? { config: withinSite(result.team, site), dir, store: `${data}/store/${id}` }
        : (lastGoodTeam({ data, id })?.team ?? null),
    }));
};

/** Titles may be published by the team's word, or where the tracker itself shows them to everyone. */
const titlesAllowed = (team: Team): boolean =>
  team.config.publish.titles ??
  loadHistory(team.store).runs.findLast((run) => run.told !== undefined)?.told?.isPublic ??
  false;

const readTeam = async (options: { dir: string; team: Team | null; withheld: Withheld }): Promise<void> => {
  const { dir, team, withheld } = options;
  const titles = team !== null && titlesAllowed(team);
  const kinds = new Set(KINDS.filter((kind) => !(titles && kind === "title")));
  const inputs = filesBelow(dir).filter((file) => /^(exports|refinement)\//.test(file));
  // A session's own texts are small talk ("weekly refinement"); who was there is not.
  const people = new Set<Kind>(["person"]);
  for (const file of inputs)
    await readWithheld({
      bytes: readFileSync(join(dir, file)),
      file: `${dir}/${file}`,
      withheld,
      kinds: file.startsWith("exports/") ? kinds : people,
    });
};

/**
 * Searches the built site, every file and every way of writing a text, for what may not be published: people,
 * descriptions, titles unless they are allowed, labels that the configuration does not name. Named are the file and the
 * kind, never the value.
 * @param options.withheld what the sources handed over while they were read, for what no file of the team holds
 * @returns whether the site may be published
 */
export const scanSite = async (options: {
  data: string;
  out: string;
  withheld?: Withheld;
}): Promise<boolean> => {
  const { data, out, withheld = collectWithheld() } = options;
  const teams = teamsOf(data);
  for (const { dir, team } of teams) await readTeam({ dir, team, withheld });
  if (withheld.size() === 0) return true;
  allowOwnWords(withheld, out);
  withheld.allow(loadSite({ dataDir: data }).site.title);
  for (const path of [process.env.BASE_PATH, process.env.SITE_URL]) withheld.allow(path ?? "");
  for (const { dir, team } of teams.filter((one) => one.team !== null)) {
    const files = filesBelow(dir);
    const yaml = files.includes("team.yaml") ? readFileSync(join(dir, "team.yaml"), "utf8") : "";
    allowTeam(withheld, team!, { yaml, files, titles: titlesAllowed(team!) });
  }
  const leaks = scanFolder(out, withheld);
  if (leaks.length === 0) return true;
  for (const { file, kind, from } of leaks.slice(0, SHOWN))
    complain(`${file}: holds a ${kind} that is withheld; it stands in ${from}.`);
  if (leaks.length > SHOWN) complain(`… and ${leaks.length - SHOWN} more.`);
  complain("The site is not published: it would show what its teams keep back.");
  return false;
};
