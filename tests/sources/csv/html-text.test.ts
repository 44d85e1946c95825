import { expect, test } from "vitest";
import { htmlText } from "../../../src/sources/csv/html-text.ts";

test("a description in HTML becomes lines with headings, lists and bold as Markdown has them", () => {
  expect(htmlText("<h3>Acceptance criteria</h3><ul><li>once &amp; only</li></ul><p><b>x</b></p>")).toMatch(
    /^# Acceptance criteria\n+- once & only\n+\*\*x\*\*$/,
  );
});

test("HTML without a word is empty, and text without marks is itself", () => {
  expect(["<div><br></div>", "<p>&nbsp;</p>", "<b></b>"].map(htmlText)).toEqual(["", "", ""]);
  expect(htmlText("a - b\nc")).toBe("a - b\nc");
});
