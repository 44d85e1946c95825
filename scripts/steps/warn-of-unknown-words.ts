import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorAt } from "../../src/config/load.ts";
import { nearest } from "../../src/config/nearest.ts";
import { anyOf, showValue } from "../../src/config/show.ts";
import type { State } from "../../src/history/state.ts";
import { fold } from "../../src/lib/text.ts";
import { warnOf } from "../cli/log.ts";
import type { Team } from "./teams.ts";

/** Words that are listed of those the backlog has. */
const SHOWN = 12;

/**
 * Names words of the configuration that no item of the backlog has: most often a slip of the keyboard that makes
 * nothing ready. Not an error, since a status may be empty for a while.
 */
export const warnOfUnknownWords = (team: Team, state: State): void => {
  const path = join(team.dir, "team.yaml");
  if (state.items.size === 0 || !existsSync(path)) return;
  const text = readFileSync(path, "utf8");
  const statuses = [...new Set([...state.items.values()].flatMap(({ facts }) => facts.status ?? []))];
  const known = new Set(statuses.map(fold));
  const { ready, statuses: mapped } = team.config;
  const asked: [string[], readonly string[]][] = [
    [["ready", "status"], ready?.status ?? []],
    [["statuses", "started"], mapped.started],
    [["statuses", "finished"], mapped.finished],
  ];
  for (const [place, names] of asked) {
    for (const name of names.filter((one) => !known.has(fold(one)))) {
      const near = nearest(name, statuses);
      const hint = near === null ? "" : ` Did you mean ${showValue(near)}?`;
      const message = `${showValue(name)} is not a status in this backlog.${hint} Seen: ${anyOf(statuses.slice(0, SHOWN))}.`;
      warnOf(errorAt({ text, file: path, path: place, message }));
    }
  }
};
