import { expect, test } from "vitest";
import type { BoardField, BoardShape } from "../../../src/sources/github/answers.ts";
import { boardFields } from "../../../src/sources/github/board-fields.ts";

const number = (name: string): BoardField => ({ __typename: "ProjectV2Field", name, dataType: "NUMBER" });
const board = (...nodes: (BoardField | null)[]): BoardShape => ({
  id: "PVT_4",
  number: 4,
  closed: false,
  fields: { totalCount: nodes.length, nodes },
});
const none = { estimateField: null, estimateLabels: null };

test("the estimate is the number field that the team names, else the first of the usual names", () => {
  const shape = board(number("Points"), null, number("Estimate"), number("Effort"));
  expect(boardFields(shape, none).estimate).toBe("Estimate");
  expect(boardFields(shape, { ...none, estimateField: "effort" }).estimate).toBe("Effort");
  expect(boardFields(shape, { ...none, estimateField: "Size" }).estimate).toBeNull();
  expect(boardFields(shape, { ...none, estimateLabels: "size/*" }).estimate).toBeNull();
});

test("the status is the field of that name, and the iteration the field that has some", () => {
  const configuration = { duration: 14, startDay: 1, iterations: [], completedIterations: [] };
  const shape = board(
    { __typename: "ProjectV2SingleSelectField", name: "status", options: [] },
    { __typename: "ProjectV2IterationField", name: "Sprint", configuration },
  );
  expect(boardFields(shape, none)).toEqual({ status: "status", iteration: "Sprint", estimate: null });
  expect(boardFields(board(), none)).toEqual({ status: null, iteration: null, estimate: null });
});
