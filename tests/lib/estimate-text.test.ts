import { describe, expect, test } from "vitest";
import { parseEstimate } from "../../src/lib/estimate-text.ts";

const parse = (cell: string, zeroIsSize = false) => parseEstimate(cell, { zeroIsSize });

describe("an estimate", () => {
  test.each([
    ["5", 5],
    ["5.0", 5],
    [" 13 ", 13],
    ["0,5", 0.5],
    [".5", 0.5],
    ["2.", 2],
    ["+3", 3],
    ["100000", 100_000],
  ])("of %j is %d", (cell, value) => {
    expect(parse(cell)).toBe(value);
  });

  test.each(["", "  ", "0", "0.0", "0,00", "-0"])("of %j is unset", (cell) => {
    expect(parse(cell)).toBeNull();
  });

  test("of 0 is a size where the team says so", () => {
    expect(parse("0", true)).toBe(0);
    expect(parse("0.0", true)).toBe(0);
    expect(parse("", true)).toBeNull();
  });

  test.each([
    "-3",
    "-0,5",
    "L",
    "5 points",
    "1,000.5",
    "1 000",
    "1e3",
    "Infinity",
    "NaN",
    "0x10",
    "5/8",
    "٣",
  ])("of %j is unreadable", (cell) => {
    expect(parse(cell)).toBe("unreadable");
    expect(parse(cell, true)).toBe("unreadable");
  });
});
