import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { asText, equal, type Value } from "./values.ts";

/** How the steps before, or the jobs that are needed, ended. */
export type Standing = { failed: boolean; cancelled: boolean };

const format = (text: Value, ...args: Value[]): Value =>
  asText(text).replaceAll(/\{\{|\}\}|\{(\d+)\}/g, (found, index) =>
    index === undefined ? found[0]! : asText(args[Number(index)] ?? null),
  );

const contains = (where: Value, what: Value): Value =>
  Array.isArray(where)
    ? where.some((one) => equal(one, what))
    : asText(where).toLowerCase().includes(asText(what).toLowerCase());

const hashFiles = (root: string, patterns: readonly Value[]): string => {
  const files = patterns
    .flatMap((pattern) => globSync(asText(pattern), { cwd: root }))
    .map((file) => join(root, file))
    .filter((file) => statSync(file).isFile())
    .sort();
  if (files.length === 0) return "";
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
};

/** The functions that the workflows use; another one is an error, which says that the rehearsal lacks it. */
export const functionsFor = (
  standing: Standing,
  root: string | null,
): Record<string, (...args: Value[]) => Value> => ({
  always: () => true,
  success: () => !standing.failed && !standing.cancelled,
  failure: () => standing.failed,
  cancelled: () => standing.cancelled,
  fromJSON: (text) => JSON.parse(asText(text ?? null)) as Value,
  toJSON: (value) => JSON.stringify(value ?? null, null, 2),
  format,
  contains,
  startsWith: (text, start) =>
    asText(text ?? null)
      .toLowerCase()
      .startsWith(asText(start ?? null).toLowerCase()),
  endsWith: (text, end) =>
    asText(text ?? null)
      .toLowerCase()
      .endsWith(asText(end ?? null).toLowerCase()),
  join: (list, mark) =>
    Array.isArray(list) ? list.map(asText).join(asText(mark ?? ",")) : asText(list ?? null),
  ...(root === null ? {} : { hashFiles: (...patterns: Value[]) => hashFiles(root, patterns) }),
});

const ASKS_STANDING = /\b(?:always|success|failure|cancelled)\s*\(/i;

/** A condition that does not ask how things went means "if all went well". */
export const asksStanding = (condition: string): boolean =>
  ASKS_STANDING.test(condition.replaceAll(/'(?:[^']|'')*'/g, "''"));
