import { formatConfigError } from "../../src/config/errors.ts";
import { parseTeam } from "../../src/config/load.ts";
import type { TeamConfig } from "../../src/config/team-config.ts";

const FILE = "data/teams/checkout/team.yaml";

/** The least that a configuration needs; what a test adds begins on line 3. */
export const LEAST = "timezone: Europe/Berlin\nsource: { exports: {} }\n";

/** The configuration, or a failure that shows its errors. */
export const teamOf = (text: string): TeamConfig => {
  const result = parseTeam({ text, file: FILE, id: "checkout" });
  if (result.errors !== undefined) throw new Error(result.errors.map(formatConfigError).join("\n"));
  return result.team;
};

/** The errors as people see them, without the folder. */
export const errorsOf = (text: string): string[] =>
  (parseTeam({ text, file: FILE, id: "checkout" }).errors ?? []).map((error) =>
    formatConfigError(error).replace("data/teams/checkout/", ""),
  );

/** The errors of lines added to the least configuration. */
export const errorsIn = (lines: string): string => errorsOf(LEAST + lines).join("\n");
