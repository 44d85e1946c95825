import { expect, test } from "vitest";
import { showValue } from "../../src/config/show.ts";

test("values are shown as a file would have them, short", () => {
  const values = [
    null,
    true,
    7,
    Number.NaN,
    "Redy",
    'a "b"',
    [1, "a"],
    Array.from({ length: 12 }),
    {},
    { a: 1, "b c": 2 },
    { a: 1, b: 1, c: 1, d: 1, e: 1 },
  ];
  expect(values.map(showValue)).toMatchInlineSnapshot(`
    [
      "nothing",
      "true",
      "7",
      "NaN",
      ""Redy"",
      ""a \\"b\\""",
      "[1, "a"]",
      "a list of 12",
      "{}",
      "{ a: …, b c: … }",
      "{ a: …, b: …, c: …, d: …, … }",
    ]
  `);
});

test("control, directional and invisible characters are shown as escapes, long texts cut", () => {
  expect(
    ["\u001b[31m", "a\u202eb", "a\u200bb", "\ud800", "\u2028", "x".repeat(61), "😀".repeat(1000)].map(
      showValue,
    ),
  ).toMatchInlineSnapshot(`
    [
      ""\\u001b[31m"",
      ""a\\u202eb"",
      ""a\\u200bb"",
      ""\\ud800"",
      ""\\u2028"",
      ""xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"",
      ""😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀…"",
    ]
  `);
});
