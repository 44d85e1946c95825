import type { ConfigError } from "./errors.ts";
import { readConfig } from "./read-config.ts";
import { resolveTeam } from "./resolve.ts";
import { ruleProblems } from "./rules.ts";
import { teamSchema } from "./schema.ts";
import type { TeamConfig } from "./team-config.ts";

/** A configuration, or every mistake in it in the order of the file. */
export type TeamResult =
  | { team: TeamConfig; errors?: undefined }
  | { team?: undefined; errors: ConfigError[] };

/**
 * Reads the text of a `team.yaml`. Never throws: whatever is wrong is an error with its line, and one mistake is one error.
 *
 * `file` is shown in errors, `id` is the team's folder and its name where the file gives none.
 */
export const parseTeam = ({ text, file, id }: { text: string; file: string; id: string }): TeamResult => {
  const { value, errors } = readConfig({ text, file }, { schema: teamSchema, rules: ruleProblems });
  if (errors) return { errors };
  const written = value as { ready?: object };
  return { team: resolveTeam(id, teamSchema.parse(value), Object.keys(written.ready ?? {})) };
};
