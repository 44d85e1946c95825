import { describe, expect, test } from "vitest";
import { errorsIn, errorsOf } from "./team-file.ts";

describe("hostile configurations", () => {
  test("hostile values are escaped and cut", () => {
    expect(
      errorsIn(`unit: "\\e[31mpoints\\u202e\\u200b\\0"
"a\\nb::error::": 1
__proto__: { unit: points }
constructor: 2
band: "${"x".repeat(100_000)}"
`).replaceAll(/expected one of the keys [^\n]*?, found/gu, "expected a known key, found"),
    ).toMatchInlineSnapshot(`
      "team.yaml:3 › unit: expected "auto", "points" or "items", found "\\u001b[31mpoints\\u202e\\u200b\\u0000"
      team.yaml:4 › "a\\nb::error::": expected a known key, found "a\\nb::error::"
      team.yaml:5 › __proto__: expected a known key, found "__proto__"
      team.yaml:6 › constructor: expected a known key, found "constructor"
      team.yaml:7 › band: expected two numbers of sprints, the lower first, such as [2, 3], found "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…""
    `);
  });

  test("a key that JavaScript objects are born with does not count as given", () => {
    expect(errorsOf("__proto__: { timezone: UTC, source: { exports: {} } }\n")).toHaveLength(3);
  });

  test("a text too long to be a configuration", () => {
    expect(errorsIn(`name: ${"x".repeat(200_000)}`)).toMatchInlineSnapshot(
      `"team.yaml:1: expected at most 200000 characters, found 200054"`,
    );
  });
});
