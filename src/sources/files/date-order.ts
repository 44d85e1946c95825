import { type DateOrder, dateOrderOf } from "./wall-clock-text.ts";

/**
 * Whether day or month comes first in a file's dates: what its cells prove, else the team's word, else day first.
 * `guessed` when cells leave it open, or contradict each other, and nobody has said.
 */
export const decideDateOrder = (
  cells: Iterable<string>,
  given: DateOrder | null,
): { order: DateOrder; guessed: boolean } => {
  const seen = new Set<ReturnType<typeof dateOrderOf>>();
  for (const cell of cells) seen.add(dateOrderOf(cell));
  const [day, month] = [seen.has("day-first"), seen.has("month-first")];
  if (day !== month) return { order: day ? "day-first" : "month-first", guessed: false };
  return { order: given ?? "day-first", guessed: given === null && (day || seen.has("either")) };
};
