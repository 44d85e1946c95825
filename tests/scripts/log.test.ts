import { describe, expect, test, vi } from "vitest";
import { complain, say } from "../../scripts/cli/log.ts";

const printed = (print: () => void, stream: "log" | "error"): string => {
  const spy = vi.spyOn(console, stream).mockImplementation(() => undefined);
  print();
  const text = spy.mock.calls.flat().join("\n");
  spy.mockRestore();
  return text;
};

describe("a log", () => {
  test("shows a line as it is", () => {
    expect(printed(() => say("demo: 26 rows, 23 read"), "log")).toBe("demo: 26 rows, 23 read");
  });

  test("never begins a line with what GitHub Actions takes for a command", () => {
    const hostile = "exports/a\n::set-output name=x::y\n  ::error::z\n##[add-path]/tmp.csv";
    const lines = printed(() => say(hostile), "log").split("\n");
    expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  });

  test("shows control characters instead of obeying them", () => {
    expect(printed(() => complain("\u001b[31mred\r"), "error")).toBe("\\u001b[31mred\\u000d");
  });
});
