import { z } from "zod";
import { branchProblems } from "./branches.ts";
import type { ConfigPath } from "./errors.ts";
import { type Problem, unknownKey } from "./problem.ts";
import { keysIn, unwrap } from "./schema-keys.ts";
import { showValue } from "./show.ts";
import { wordingOf } from "./wording.ts";

type Schema = z.core.$ZodType;

const passes = (schema: Schema, value: unknown): boolean => z.safeParse(schema, value).success;

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wrong = (schema: Schema, value: unknown, path: ConfigPath): Problem => {
  const wording = wordingOf(schema);
  const refused = wording?.refuse?.(value) ?? null;
  const suggestion = wording?.suggest?.(value) ?? null;
  const message = refused ?? `expected ${wording?.expected ?? "another value"}, found ${showValue(value)}`;
  return {
    kind: "wrong",
    path,
    message: suggestion === null ? message : `${message}. Did you mean ${suggestion}?`,
  };
};

const mappingProblems = (
  shape: Record<string, Schema>,
  value: Record<string, unknown>,
  path: ConfigPath,
): Problem[] => {
  const known = Object.keys(shape);
  const free = known.filter((key) => !Object.hasOwn(value, key));
  const given = Object.keys(value).flatMap((key) =>
    Object.hasOwn(shape, key)
      ? problemsOf(shape[key]!, value[key], [...path, key])
      : [unknownKey(key, known, free, path)],
  );
  // A misspelt key is one mistake, though it is unknown itself and the key that it stands for is missing.
  const meant = new Set(given.map((problem) => problem.meant));
  const missing = free
    .filter((key) => !meant.has(key) && !passes(shape[key]!, undefined))
    .map((key): Problem => {
      const expected = wordingOf(unwrap(shape[key]!).inner)?.expected ?? "a value";
      return { kind: "missing", path: [...path, key], message: `expected ${expected}, found no such key` };
    });
  return [...given, ...missing];
};

const innerProblems = (schema: z.core.$ZodTypes, value: unknown, path: ConfigPath): Problem[] => {
  const def = schema._zod.def;
  if (def.type === "object" && isMapping(value)) return mappingProblems(def.shape, value, path);
  if (def.type === "record" && isMapping(value))
    return Object.entries(value).flatMap(([key, part]) => problemsOf(def.valueType, part, [...path, key]));
  if (def.type === "array" && Array.isArray(value))
    return value.flatMap((part, index) => problemsOf(def.element, part, [...path, index]));
  if (def.type === "tuple" && Array.isArray(value) && value.length === def.items.length)
    return value.flatMap((part, index) => problemsOf(def.items[index]!, part, [...path, index]));
  if (def.type === "union") {
    if (passes(schema, value)) return [];
    const options = def.options.map((option) => ({
      keys: keysIn(option),
      problems: problemsOf(option, value, path),
    }));
    return branchProblems({ options, value, path, whole: wrong(schema, value, path) });
  }
  return [];
};

/**
 * Every mistake in `value`, in the order of the file and each told once at the innermost place that is wrong.
 * Walks the schema itself, since zod's issues neither know which branch of a union was meant nor which keys there are.
 */
export const problemsOf = (schema: Schema, value: unknown, path: ConfigPath): Problem[] => {
  const { inner, nullable } = unwrap(schema);
  if (nullable && value === null) return [];
  const found = innerProblems(inner, value, path);
  if (found.length > 0 || passes(inner, value)) return found;
  return [wrong(inner, value, path)];
};
