import type { ConfigPath } from "./errors.ts";
import { type Problem, unknownKey } from "./problem.ts";
import { anyOf, showValue } from "./show.ts";

type Option = { keys: readonly string[]; problems: Problem[] };

/** How far a value is from a branch, by keys alone: wrong values inside don't show that another branch was meant. */
const distanceTo = (option: Option, depth: number): number => {
  let sum = 0;
  for (const problem of option.problems) {
    if (problem.path.length !== depth + 1) continue;
    if (problem.kind === "missing") sum += 1;
    if (problem.kind === "unknown") sum += problem.meant === null ? 1 : 0.5;
  }
  return sum;
};

/**
 * The mistakes of a value that fits no branch of a union, told by the branch that was meant.
 *
 * That is the one whose keys are nearest to those present; of equals the first. A key that only another branch knows can't stand
 * beside those of this one. Where no key points to any branch, `whole` says what the union expects.
 */
export const branchProblems = ({
  options,
  value,
  path,
  whole,
}: {
  options: readonly Option[];
  value: unknown;
  path: ConfigPath;
  whole: Problem;
}): Problem[] => {
  const depth = path.length;
  // A branch that refuses the value as a whole expects another type: text for a list, a list for a mapping.
  const fitting = options.filter(
    (option) => !option.problems.some((problem) => problem.path.length === depth),
  );
  if (fitting.length === 0) return [whole];
  const meant = fitting.reduce((best, option) =>
    distanceTo(option, depth) < distanceTo(best, depth) ? option : best,
  );
  if (meant.keys.length === 0) return meant.problems;

  const present = Object.keys(value as object);
  const inside = meant.problems.filter(
    (problem) => problem.path.length > depth + 1 || problem.kind === "wrong",
  );
  const atKeys = meant.problems.filter((problem) => !inside.includes(problem));
  const unknown = atKeys.filter((problem) => problem.kind === "unknown");
  const missing = atKeys.filter((problem) => problem.kind === "missing");

  const pointing =
    present.some((key) => meant.keys.includes(key)) || unknown.some((problem) => problem.meant !== null);
  if (!pointing && unknown.length > 0 && missing.length > 0)
    return [
      { ...unknown[0]!, message: `${whole.message.split(", found ")[0]}, found ${showValue(present[0])}` },
    ];
  const onlyShared = present.every((key) => fitting.every((option) => option.keys.includes(key)));
  if (missing.length > 0 && onlyShared) return [whole, ...inside];

  const everyKey = [...new Set(fitting.flatMap((option) => option.keys))];
  const told = unknown.map((problem) => {
    const key = String(problem.path.at(-1));
    const other = fitting.find((option) => option.keys.includes(key));
    if (other === undefined) return problem.meant === null ? unknownKey(key, everyKey, [], path) : problem;
    const rival = present.find((own) => meant.keys.includes(own) && !other.keys.includes(own));
    const pair = rival === undefined ? anyOf(meant.keys) : showValue(rival);
    return {
      ...problem,
      kind: "conflict" as const,
      message: `expected ${pair} or ${showValue(key)}, found both`,
    };
  });
  // Of two ways mixed up, either may be the one to finish: what is missing for this one is not asked yet.
  return [...inside, ...told, ...(told.some(({ kind }) => kind === "conflict") ? [] : missing)];
};
