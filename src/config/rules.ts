import { z } from "zod";
import { fold } from "../lib/text.ts";
import type { ConfigPath } from "./errors.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { showValue } from "./show.ts";
import { type LineOf, sprintListProblems } from "./sprint-rules.ts";
import { timeZone } from "./time-values.ts";
import { numberPattern } from "./values.ts";

const loose = z.looseObject({});
const part = (value: unknown, key: string): unknown => {
  const mapping = loose.safeParse(value);
  return mapping.success && Object.hasOwn(mapping.data, key) ? mapping.data[key] : undefined;
};

const listedNames = (list: readonly unknown[]): string[] =>
  list.map((entry) => part(entry, "name")).filter((name) => typeof name === "string");

/** Places that name a sprint: the sprints left out and the hours given by sprint. */
const namedSprints = (value: unknown): { name: string; path: ConfigPath }[] => {
  const excluded = part(part(value, "sprints"), "exclude");
  const hours = loose.safeParse(part(part(value, "capacity"), "perSprint"));
  return [
    ...(Array.isArray(excluded) ? excluded : []).flatMap((name: unknown, index) =>
      typeof name === "string" ? [{ name, path: ["sprints", "exclude", index] }] : [],
    ),
    ...Object.keys(hours.success ? hours.data : {}).map((name) => ({
      name,
      path: ["capacity", "perSprint", name],
    })),
  ];
};

/** Whether the configured sprints can have a name, and what the error says of the names they have; null where nobody can know. */
const knownNames = (
  sprints: unknown,
  list: unknown,
): { has: (name: string) => boolean; wording: string; names: string[] } | null => {
  if (Array.isArray(list)) {
    const names = listedNames(list);
    return {
      has: (name) => names.some((known) => fold(known) === fold(name)),
      wording: "the name of a sprint in the list",
      names,
    };
  }
  if (part(sprints, "every") === undefined) return null;
  const pattern = numberPattern().safeParse(part(sprints, "name") ?? "Sprint {n}");
  if (!pattern.success) return null;
  const match = numberPattern().safeParse(part(sprints, "match"));
  const patterns = [pattern.data, ...(match.success ? [match.data] : [])].map((one) =>
    fold(one).split("{n}"),
  );
  const has = (name: string): boolean =>
    patterns.some(([before = "", after = ""]) => {
      const folded = fold(name);
      const number = folded.slice(before.length, folded.length - after.length);
      return folded.startsWith(before) && folded.endsWith(after) && /^\d+$/u.test(number);
    });
  return {
    has,
    wording: `a sprint's name such as ${showValue(pattern.data.replace("{n}", "1"))}`,
    names: [],
  };
};

/** Sprints named elsewhere that the configured sprints can't have. */
const unknownSprints = (value: unknown, sprints: unknown, list: unknown): Problem[] => {
  const known = knownNames(sprints, list);
  if (known === null) return [];
  return namedSprints(value)
    .filter(({ name }) => !known.has(name))
    .map(({ name, path }): Problem => {
      const near = nearest(name, known.names);
      const hint = near === null ? "" : `. Did you mean ${showValue(near)}?`;
      return { kind: "rule", path, message: `expected ${known.wording}, found ${showValue(name)}${hint}` };
    });
};

/**
 * Mistakes that no single value shows. They are looked for in whatever is sound, even where other values are wrong, so that one run
 * names every mistake.
 */
export const ruleProblems = (value: unknown, lineOf: LineOf): Problem[] => {
  const sprints = part(value, "sprints");
  const list = Array.isArray(sprints) ? sprints : part(sprints, "list");
  const unknown = unknownSprints(value, sprints, list);
  if (!Array.isArray(list)) return unknown;
  const zone = timeZone().safeParse(part(value, "timezone"));
  const path = Array.isArray(sprints) ? ["sprints"] : ["sprints", "list"];
  return [...sprintListProblems({ list, path, zone: zone.success ? zone.data : "UTC", lineOf }), ...unknown];
};
