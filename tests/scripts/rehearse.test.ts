import { describe, expect, it } from "vitest";
import { parseCommandFile } from "../../scripts/rehearse/command-file.ts";
import { evaluate } from "../../scripts/rehearse/expression.ts";
import { functionsFor } from "../../scripts/rehearse/functions.ts";
import { readLog } from "../../scripts/rehearse/log-commands.ts";
import { fill, holds } from "../../scripts/rehearse/template.ts";

const scopeOf = (failed = false) => ({
  contexts: {
    github: { ref_name: "main", event: { name: "O'Neil" } },
    inputs: { team: "", "dry-run": false },
    steps: { plan: { outputs: { mode: "many" } } },
    matrix: { list: [1, 2] },
  },
  functions: functionsFor({ failed, cancelled: false }, null),
});
/** `${{ … }}`, put together here because a plain text must not look like a template of this language. */
const braced = (text: string): string => `$\{{ ${text} }}`;
const value = (text: string) => evaluate(text, scopeOf());

describe("an expression", () => {
  it.each([
    ["1 == 1.0", true],
    ["'A' == 'a'", true],
    ["null == 0", true],
    ["'' || 'x'", "x"],
    ["'a' && 'b' || 'c'", "b"],
    ["false && 'b' || 'c'", "c"],
    ["!(1 > 2) && 2 >= 2", true],
    ["'it''s'", "it's"],
    ["github.event['name']", "O'Neil"],
    ["steps.nobody.outputs.x", null],
    ["inputs.dry-run", false],
    ["fromJSON('[{\"a\":1}]')[0].a", 1],
    ["format('{0}/{1} {{0}}', 'a', 2)", "a/2 {0}"],
    ["contains(matrix.list, 2)", true],
    ["startsWith(GITHUB.ref_name, 'MA')", true],
  ] as const)("%s", (text, wanted) => {
    const scope = scopeOf();
    const contexts = { ...scope.contexts, GITHUB: scope.contexts.github };
    expect(evaluate(text, { ...scope, contexts })).toEqual(wanted);
  });

  it.each(["1 +", "a b", "'open", "unknown.thing", "nothing()", "(1"])("refuses %s", (text) => {
    expect(() => value(text)).toThrow();
  });

  it("stays a value when it is a whole text, and becomes text inside one", () => {
    expect(fill(braced("matrix.list"), scopeOf())).toEqual([1, 2]);
    expect(fill(`a ${braced("steps.plan.outputs.mode")} b ${braced("'}}'")}`, scopeOf())).toBe("a many b }}");
  });
});

describe("a condition", () => {
  it("asks that all went well unless it says otherwise", () => {
    expect(holds("inputs.team == ''", scopeOf(true))).toBe(false);
    expect(holds(braced("always() && inputs.team == ''"), scopeOf(true))).toBe(true);
    expect(holds("!cancelled()", scopeOf(true))).toBe(true);
    expect(holds("failure()", scopeOf(false))).toBe(false);
    expect(holds(undefined, scopeOf(true))).toBe(false);
  });

  it("is not fooled by a function's name inside a text", () => {
    expect(holds("'always()' != ''", scopeOf(true))).toBe(false);
  });
});

describe("what a step leaves", () => {
  it("is read from lines and blocks", () => {
    expect(parseCommandFile("a=1=2\nb<<X\none\nc=3\nX\n")).toEqual({ a: "1=2", b: "one\nc=3" });
  });

  it("is refused when it is neither", () => {
    expect(() => parseCommandFile("nonsense\n")).toThrow();
    expect(() => parseCommandFile("a<<X\nno end\n")).toThrow();
  });

  it("shows annotations with their place, and every other command", () => {
    const { annotations, commands } = readLog(
      "::error file=data/a%2Cb.csv,line=3::50%25\n  ::set-output name=a::b\nx ::no::\n##[add-path]x",
    );
    expect(annotations).toEqual([{ level: "error", file: "data/a,b.csv", line: 3, text: "50%" }]);
    expect(commands).toEqual(["set-output", "add-path"]);
  });
});
