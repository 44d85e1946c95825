import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ConfigError } from "./errors.ts";
import { nearest } from "./nearest.ts";
import { parseTeam, type TeamResult } from "./parse.ts";
import { anyOf, showValue } from "./show.ts";
import { CAUTIOUS_SITE, DEFAULT_SITE, parseSite, type SiteConfig } from "./site.ts";

export { parseTeam } from "./parse.ts";
export { errorAt } from "./read-config.ts";

/** One folder of `data/teams`, with its configuration or what is wrong with it. */
export type LoadedTeam = {
  /** The folder's name; safe in paths and addresses wherever `result.team` is there. */
  id: string;
  /** The folder on the disk. */
  dir: string;
  /** The `team.yaml` as errors show it. */
  file: string;
  result: TeamResult;
};

const TEAM_ID = /^[a-z0-9][a-z0-9._-]*$/iu;
const FILE = "team.yaml";
const SITE_FILE = "site.yaml";

/** Paths are shown relative to where the command runs, which in a checkout is what GitHub's annotations ask for. */
const shownPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return (short.startsWith("..") ? path : short).split(sep).join("/");
};

const wholeFile = (file: string, message: string): { errors: ConfigError[] } => ({
  errors: [{ file, line: null, column: null, path: "", message }],
});

const decode = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const NOT_UTF8 = "expected text in UTF-8, found other bytes: save the file as UTF-8";

const readTeam = (dir: string, id: string, file: string): TeamResult => {
  const names = readdirSync(dir);
  if (!names.includes(FILE)) {
    const near = nearest(FILE, names);
    const found = near === null ? "none in this folder" : `${showValue(near)}: rename it`;
    return wholeFile(file, `expected a file ${FILE}, found ${found}`);
  }
  if (!statSync(join(dir, FILE)).isFile())
    return wholeFile(file, `expected a file ${FILE}, found a folder of that name`);
  const text = decode(readFileSync(join(dir, FILE)));
  if (text === null) return wholeFile(file, NOT_UTF8);
  return parseTeam({ text, file, id });
};

const folders = (dir: string): string[] =>
  readdirSync(dir).filter((name) => statSync(join(dir, name), { throwIfNoEntry: false })?.isDirectory());

/**
 * Reads every `teams/<team>/team.yaml` below `dataDir`, sorted by id; with `only`, those teams. A folder whose name could be anything
 * but a plain name in a path, an address or a shell is an error and is not opened. So is a team of `only` that isn't there, and a
 * place without any team.
 *
 * Throws only where the disk refuses to be read.
 */
export const loadTeams = ({
  dataDir,
  only = [],
}: {
  dataDir: string;
  only?: readonly string[];
}): LoadedTeam[] => {
  const teamsDir = join(dataDir, "teams");
  const shown = shownPath(teamsDir);
  const exists = statSync(teamsDir, { throwIfNoEntry: false })?.isDirectory() === true;
  const ids = exists ? folders(teamsDir) : [];
  const failed = (id: string, message: string): LoadedTeam => ({
    id,
    dir: teamsDir,
    file: shown,
    result: wholeFile(shown, message),
  });

  if (ids.length === 0 && only.length === 0)
    return [
      failed(
        "",
        `expected a folder for each team with a ${FILE}, found ${exists ? "none" : "no such folder"}`,
      ),
    ];
  const wanted = only.length === 0 ? ids : [...new Set(only)];
  return wanted
    .map((id) => {
      if (!ids.includes(id)) {
        const near = nearest(id, ids);
        const known = ids.length === 0 ? "no team at all" : anyOf(ids.slice(0, 20));
        const hint = near === null ? "" : `. Did you mean ${showValue(near)}?`;
        return failed(id, `expected a team that is there (${known}), found ${showValue(id)}${hint}`);
      }
      if (!TEAM_ID.test(id))
        return failed(
          id,
          `expected a folder name of letters, digits, ".", "_" and "-" that begins with a letter or digit, found ${showValue(id)}`,
        );
      const dir = join(teamsDir, id);
      const file = `${shown}/${id}/${FILE}`;
      return { id, dir, file, result: readTeam(dir, id, file) };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
};

/**
 * Reads `site.yaml` of `dataDir`, where there is one. What cannot be read comes with its errors, and then the site is
 * the most cautious there is.
 */
export const loadSite = ({ dataDir }: { dataDir: string }): { site: SiteConfig; errors: ConfigError[] } => {
  const path = join(dataDir, SITE_FILE);
  const file = shownPath(path);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) {
    // Left unread it would allow what it forbids.
    const names = statSync(dataDir, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(dataDir) : [];
    const misnamed = names.find((name) => /^site\.ya?ml$/iu.test(name));
    if (misnamed === undefined) return { site: DEFAULT_SITE, errors: [] };
    const message = `expected the name ${SITE_FILE}, found ${showValue(misnamed)}: rename it`;
    return { site: CAUTIOUS_SITE, ...wholeFile(shownPath(join(dataDir, misnamed)), message) };
  }
  if (!found.isFile())
    return {
      site: CAUTIOUS_SITE,
      ...wholeFile(file, `expected a file ${SITE_FILE}, found a folder of that name`),
    };
  const text = decode(readFileSync(path));
  const parsed = text === null ? wholeFile(file, NOT_UTF8) : parseSite({ text, file });
  return parsed.errors ? { site: CAUTIOUS_SITE, errors: parsed.errors } : { site: parsed.site, errors: [] };
};
