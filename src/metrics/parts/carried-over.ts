import type { Span } from "../../history/spans.ts";
import type { Sprint } from "../../model/sprint.ts";

export type Assignment = {
  /** The sprint to which facts assign an item. */
  of: (span: Span) => Sprint | null;
  /** The sprint that follows one. */
  after: (sprint: Sprint) => Sprint | null;
};

/** The sprint of a closed item, by the first look that shows this closing: metrics.md §3, "counts in both". */
export const sprintOfClosing = (
  spans: readonly Span[],
  index: number,
  sprintOf: Assignment["of"],
): Sprint | null => {
  const at = spans[index]!.closing?.at;
  // Between its date and the look that shows it a closed item has the facts of before.
  const before = spans[index - 1]?.facts ?? null;
  let look = index;
  while (spans[look]!.facts === before && spans[look + 1]?.closing?.at === at) look += 1;
  return sprintOf(spans[look]!);
};

/** The index at which an item left over at the end of `spans[index]` is in the next sprint; −1 where it is not. */
const taken = (spans: readonly Span[], index: number, assignment: Assignment): number => {
  const left = spans[index]!;
  const sprint = left.stage === "sprint-backlog" && !left.started ? assignment.of(left) : null;
  const next = sprint === null || left.to !== sprint.end ? null : assignment.after(sprint);
  if (next === null) return -1;
  let place = index + 1;
  for (; spans[place]?.stage === "product-backlog"; place += 1) {
    const here = assignment.of(spans[place]!);
    if (here !== sprint && here !== next) return -1;
  }
  const there = spans[place];
  if (there === undefined || place === index + 1 || there.from < next.start || there.from >= next.end)
    return -1;
  if (there.stage === "sprint-backlog") return place;
  const isClosed = there.stage === "finished" || there.stage === "dropped";
  return isClosed && sprintOfClosing(spans, place, assignment.of) === next ? place : -1;
};

/** Whether an item ever went from a sprint back to the Product Backlog without being begun. */
const mayBeLeftOver = (spans: readonly Span[]): boolean => {
  for (let index = 1; index < spans.length; index += 1) {
    const { stage, started } = spans[index - 1]!;
    if (stage === "sprint-backlog" && !started && spans[index]!.stage === "product-backlog") return true;
  }
  return false;
};

/**
 * The spans of an item without the time between the end of its sprint and the look that shows it in the next one:
 * what is carried over into the next sprint does not move (metrics.md §1, "Edges").
 */
export const withoutCarriedOver = (
  spans: readonly Span[],
  options: { assignment: Assignment; asOf: number },
): readonly Span[] => {
  // Most items are never left over at the end of a sprint.
  if (!mayBeLeftOver(spans)) return spans;
  const kept: Span[] = [];
  for (let index = 0; index < spans.length; index += 1) {
    kept.push(spans[index]!);
    const place = taken(spans, index, options.assignment);
    if (place !== -1 && spans[place]!.from <= options.asOf) index = place - 1;
  }
  return kept.length === spans.length ? spans : kept;
};
