import { expect, test } from "vitest";
import { descriptionText } from "../../../src/sources/documents/jira/adf-text.ts";

const text = (value: string, ...marks: string[]): object => ({
  type: "text",
  text: value,
  marks: marks.map((type) => ({ type })),
});
const node = (type: string, ...content: object[]): object => ({ type, content });
const doc = (...content: object[]): object => ({ type: "doc", version: 1, content });

test("headings, bold lines, lists and breaks of Cloud's documents become lines of Markdown", () => {
  const value = doc(
    node("heading", text("Acceptance "), text("criteria", "em")),
    node("bulletList", node("listItem", node("paragraph", text("one"), { type: "hardBreak" }, text("more")))),
    node("paragraph", text("Notes", "strong")),
    node("taskList", node("taskItem", text("two"))),
    node("panel", node("paragraph", text("three"))),
  );
  expect(descriptionText(value)).toEqual({
    text: "# Acceptance criteria\n- one\nmore\n**Notes**\n- two\nthree",
    markup: "markdown",
  });
});

test("a text is wiki markup as it stands, and anything else is no description", () => {
  expect(descriptionText("h3. Acceptance criteria")).toEqual({
    text: "h3. Acceptance criteria",
    markup: "wiki",
  });
  for (const value of [null, undefined, 7, [], true]) expect(descriptionText(value).text).toBe("");
});

test("a document nested without end is read as far as anybody writes one", () => {
  let value = node("paragraph", text("deep"));
  for (let depth = 0; depth < 5000; depth += 1) value = node("blockquote", value);
  expect(descriptionText(doc(value)).text).toBe("");
});
