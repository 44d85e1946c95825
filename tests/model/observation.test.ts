import { expect, test } from "vitest";
import { countProblems } from "../../src/model/observation.ts";

test("problems are counted by kind, in the order in which the kinds came up, and the first 20 are located", () => {
  const cells = Array.from({ length: 25 }, (_, line) => ({
    id: "cell-unreadable",
    where: `a.csv:${line}`,
    text: "odd",
  }));
  const findings = countProblems(
    Object.freeze([cells[0]!, { id: "row-repeated", where: "a.csv:9", text: "twice" }, ...cells.slice(1)]),
  );
  expect(findings.map(({ id, count, first }) => [id, count, first.length])).toEqual([
    ["cell-unreadable", 25, 20],
    ["row-repeated", 1, 1],
  ]);
  expect(findings[0]!.first.at(-1)).toEqual({ where: "a.csv:19", text: "odd" });
});
