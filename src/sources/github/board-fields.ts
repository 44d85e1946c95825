import { fold } from "../../lib/text.ts";
import type { BoardField, BoardShape } from "./answers.ts";

/** What a number field on a board is called that holds the estimate, where team.yaml names none. */
const ESTIMATE_NAMES = ["estimate", "story points", "points"];

const STATUS = "status";

/** Names of the board's fields that are facts of an item; `null` where the board has none such. */
export type BoardFields = { status: string | null; iteration: string | null; estimate: string | null };

const numbersOf = (fields: readonly BoardField[]): string[] =>
  fields.flatMap((field) => (field.dataType === "NUMBER" ? (field.name ?? []) : []));

/**
 * Which of a board's fields are read.
 * @param options.estimateField the field that team.yaml names; `null`: the usual names
 */
export const boardFields = (
  board: BoardShape,
  options: { estimateField: string | null; estimateLabels: string | null },
): BoardFields => {
  const fields = board.fields.nodes.filter((field): field is BoardField => field !== null);
  const wanted = options.estimateField === null ? ESTIMATE_NAMES : [fold(options.estimateField)];
  const numbers = options.estimateLabels === null ? numbersOf(fields) : [];
  const named = wanted.flatMap((name) => numbers.find((number) => fold(number) === name) ?? []);
  return {
    status: fields.find(({ name }) => fold(name ?? "") === STATUS)?.name ?? null,
    iteration: fields.find(({ configuration }) => configuration !== undefined)?.name ?? null,
    estimate: named[0] ?? null,
  };
};
