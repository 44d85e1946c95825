import type { z } from "zod";
import type { Problem } from "./problem.ts";
import { keysIn } from "./schema-keys.ts";
import { showValue } from "./show.ts";

const parentOf = (problem: Problem): string => JSON.stringify(problem.path.slice(0, -1));

/** Where a key would be known that isn't known where it stands: misplaced lines keep their spelling. */
const homeOf = (schema: z.ZodObject, key: string, path: Problem["path"]): string | null => {
  const top = Object.entries(schema.shape);
  if (path.length > 1 && top.some(([name]) => name === key)) return "It belongs at the top level.";
  const section = top.find(
    ([name, part]) => name !== path[0] && keysIn(part as z.core.$ZodType).includes(key),
  );
  return section === undefined ? null : `It belongs under ${showValue(section[0])}.`;
};

/**
 * The pairs of an unknown and a missing key that are the only such ones of their mapping: the first has a name of its own for the
 * second. At the top level they may well be two mistakes.
 */
const renamedKeys = (unknown: readonly Problem[], missing: readonly Problem[]): Map<Problem, Problem> => {
  const nested = (problems: readonly Problem[]) =>
    Map.groupBy(
      problems.filter(({ path }) => path.length > 1),
      parentOf,
    );
  const missingBy = nested(missing);
  const pairs = new Map<Problem, Problem>();
  for (const [parent, [key, ...others]] of nested(unknown)) {
    const [meant, ...more] = missingBy.get(parent) ?? [];
    if (meant !== undefined && others.length + more.length === 0) pairs.set(key!, meant);
  }
  return pairs;
};

/**
 * Mistakes that show twice become one: a key at the wrong depth is unknown there and missing elsewhere, and in a small mapping a key
 * with a name of its own is unknown while the one that it stands for is missing.
 */
export const withoutEchoes = (problems: readonly Problem[], schema: z.ZodObject): Problem[] => {
  const unknown = problems.filter(({ kind, meant }) => kind === "unknown" && meant === null);
  const missing = problems.filter(({ kind }) => kind === "missing");
  const renamed = renamedKeys(unknown, missing);
  const names = new Set(unknown.map(({ path }) => path.at(-1)));
  const echoes = new Set([
    ...renamed.values(),
    ...missing.filter(({ path }) => path.length === 1 && names.has(path[0])),
  ]);
  const told = new Set(unknown);
  return problems
    .filter((problem) => !echoes.has(problem))
    .map((problem) => {
      if (!told.has(problem)) return problem;
      const key = String(problem.path.at(-1));
      const meant = renamed.get(problem)?.path.at(-1);
      if (meant !== undefined)
        return { ...problem, message: `expected the key ${showValue(meant)}, found ${showValue(key)}` };
      const home = homeOf(schema, key, problem.path);
      return home === null ? problem : { ...problem, message: `${problem.message}. ${home}` };
    });
};
