import type { z } from "zod";
import { withoutEchoes } from "./echoes.ts";
import type { ConfigError, ConfigPath } from "./errors.ts";
import { formatPath } from "./errors.ts";
import type { Problem } from "./problem.ts";
import { problemsOf } from "./problems.ts";
import { readYaml, type YamlFile } from "./yaml-value.ts";

/** What a configuration is checked by: its schema, and rules that compare two places of it. */
type Checks = {
  schema: z.ZodObject;
  rules?: (value: unknown, lineOf: (path: ConfigPath) => number) => Problem[];
};

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

const allErrors = (yaml: YamlFile, file: string, checks: Checks): ConfigError[] => {
  const schema = yaml.value === undefined ? [] : problemsOf(checks.schema, yaml.value, []);
  const rules = checks.rules?.(yaml.value, (path) => yaml.placeOf(path).line) ?? [];
  const known = withoutEchoes([...schema, ...rules], checks.schema).filter(
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
 * Reads the text of a configuration and checks it. Never throws: whatever is wrong is an error with its line, one
 * mistake is one error, and all of them come at once, in the order of the file.
 * @returns the value as it is written, which the schema takes, or every mistake in it
 */
export const readConfig = (
  { text, file }: { text: string; file: string },
  checks: Checks,
): { value: unknown; errors?: undefined } | { value?: undefined; errors: ConfigError[] } => {
  if (text.length > LONGEST_FILE) {
    const message = `expected at most ${LONGEST_FILE} characters, found ${text.length}`;
    return { errors: [{ file, line: 1, column: 1, path: "", message }] };
  }
  const yaml = readYaml(withoutMark(text));
  const errors = allErrors(yaml, file, checks);
  return errors.length > 0 ? { errors } : { value: yaml.value };
};
