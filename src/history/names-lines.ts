import { compareCodePoints } from "../lib/text.ts";
import type { Names, TrackerSprint } from "../model/names.ts";

type NameLine = { label: string; name: string } | ({ sprint: string } & Omit<TrackerSprint, "id">);

const byId = <T>(entries: Iterable<readonly [string, T]>): (readonly [string, T])[] =>
  [...entries].sort(([a], [b]) => compareCodePoints(a, b));

/** The names as lines of `names.jsonl`, in a fixed order. */
export const nameLines = (names: Names): NameLine[] => [
  ...byId(names.labels).map(([label, name]) => ({ label, name })),
  ...byId(names.sprints).map(([sprint, { title, start, end }]) => ({ sprint, title, start, end })),
];

export const fromNameLines = (lines: readonly NameLine[]): Names => {
  const labels = new Map<string, string>();
  const sprints = new Map<string, TrackerSprint>();
  for (const line of lines) {
    if ("label" in line) labels.set(line.label, line.name);
    else sprints.set(line.sprint, { id: line.sprint, title: line.title, start: line.start, end: line.end });
  }
  return { labels, sprints };
};

export const checkName = (value: unknown): string | null => {
  if (typeof value !== "object" || value === null) return "not an object";
  const line = value as Record<string, unknown>;
  if (typeof line.label === "string") return typeof line.name === "string" ? null : "a label without a name";
  if (typeof line.sprint !== "string") return "neither a label nor a sprint";
  return typeof line.title === "string" ? null : "a sprint without a title";
};

export const sameNames = (a: Names, b: Names): boolean =>
  JSON.stringify(nameLines(a)) === JSON.stringify(nameLines(b));
