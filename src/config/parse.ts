import { withoutEchoes } from "./echoes.ts";
import type { ConfigError, ConfigPath } from "./errors.ts";
import { formatPath } from "./errors.ts";
import type { Problem } from "./problem.ts";
import { problemsOf } from "./problems.ts";
import { resolveTeam } from "./resolve.ts";
import { ruleProblems } from "./rules.ts";
import { teamSchema } from "./schema.ts";
import type { TeamConfig } from "./team-config.ts";
import { readYaml, type YamlFile } from "./yaml-value.ts";

/** A configuration, or every mistake in it in the order of the file. */
export type TeamResult =
  | { team: TeamConfig; errors?: undefined }
  | { team?: undefined; errors: ConfigError[] };

/** Far above any configuration; a text beyond it was put there by accident or ill will. */
const LONGEST_FILE = 200_000;

/** Some editors begin a file with a byte order mark. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/u, "");

const isWithin = (path: ConfigPath, outer: ConfigPath): boolean =>
  outer.every((step, index) => path[index] === step);

const placeOf = (yaml: YamlFile, { kind, path }: Problem) => {
  if (kind === "missing")
    return yaml.placeOf(path.slice(0, -1), typeof path.at(-2) === "string" ? "key" : "value");
  return yaml.placeOf(path, kind === "unknown" || kind === "conflict" ? "key" : "value");
};

const allErrors = (yaml: YamlFile, file: string): ConfigError[] => {
  const schema = yaml.value === undefined ? [] : problemsOf(teamSchema, yaml.value, []);
  const rules = ruleProblems(yaml.value, (path) => yaml.placeOf(path).line);
  const known = withoutEchoes([...schema, ...rules]).filter(
    ({ path }) => !yaml.lost.some((lost) => isWithin(path, lost)),
  );
  const errors = [
    ...yaml.problems.map(({ path, offset, message }) => ({ path, message, ...yaml.placeAt(offset) })),
    ...known.map((problem) => ({ path: problem.path, message: problem.message, ...placeOf(yaml, problem) })),
  ];
  return errors
    .map(({ path, message, line, column }) => ({ file, line, column, path: formatPath(path), message }))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
};

/**
 * An error about a value that is right in itself but not for the data, such as a status that no item has. `text` is the file's text,
 * `path` the value's place in it; of a value that isn't there the error stands at the nearest outer one.
 */
export const errorAt = (options: {
  text: string;
  file: string;
  path: ConfigPath;
  message: string;
}): ConfigError => {
  const { file, path, message } = options;
  return { file, ...readYaml(withoutMark(options.text)).placeOf(path), path: formatPath(path), message };
};

/**
 * Reads the text of a `team.yaml`. Never throws: whatever is wrong is an error with its line, and one mistake is one error.
 *
 * `file` is shown in errors, `id` is the team's folder and its name where the file gives none.
 */
export const parseTeam = ({ text, file, id }: { text: string; file: string; id: string }): TeamResult => {
  if (text.length > LONGEST_FILE) {
    const message = `expected at most ${LONGEST_FILE} characters, found ${text.length}`;
    return { errors: [{ file, line: 1, column: 1, path: "", message }] };
  }
  const yaml = readYaml(withoutMark(text));
  const errors = allErrors(yaml, file);
  if (errors.length > 0) return { errors };
  const written = yaml.value as { ready?: object };
  return { team: resolveTeam(id, teamSchema.parse(yaml.value), Object.keys(written.ready ?? {})) };
};
