import { describe, expect, test } from "vitest";
import { formatAnnotation, formatConfigError, formatPath } from "../../src/config/errors.ts";

const error = {
  file: "data/teams/checkout/team.yaml",
  line: 9,
  column: 12,
  path: "ready.status",
  message: 'expected a status, found "Redy". Did you mean "Ready"?',
};

describe("a configuration error", () => {
  test("is shown with its file, line and path", () => {
    expect(formatConfigError(error)).toMatchInlineSnapshot(
      `"data/teams/checkout/team.yaml:9 › ready.status: expected a status, found "Redy". Did you mean "Ready"?"`,
    );
  });

  test("without a line or a path is shown without them", () => {
    expect(formatConfigError({ ...error, line: null, column: null, path: "" })).toMatchInlineSnapshot(
      `"data/teams/checkout/team.yaml: expected a status, found "Redy". Did you mean "Ready"?"`,
    );
    expect(formatConfigError({ ...error, path: "" })).toMatchInlineSnapshot(
      `"data/teams/checkout/team.yaml:9: expected a status, found "Redy". Did you mean "Ready"?"`,
    );
  });

  test("becomes an annotation on its line", () => {
    expect(formatAnnotation(error)).toMatchInlineSnapshot(
      `"::error file=data/teams/checkout/team.yaml,line=9,col=12::ready.status: expected a status, found "Redy". Did you mean "Ready"?"`,
    );
    expect(formatAnnotation({ ...error, line: null, column: null })).toMatchInlineSnapshot(
      `"::error file=data/teams/checkout/team.yaml::ready.status: expected a status, found "Redy". Did you mean "Ready"?"`,
    );
  });

  test("cannot begin another command of the log", () => {
    const hostile = { ...error, file: "a:b,c%\r\n::error::x", message: "100 %\r\n::set-output name=x::y" };
    expect(formatAnnotation(hostile)).toMatchInlineSnapshot(
      `"::error file=a%3Ab%2Cc%25%0D%0A%3A%3Aerror%3A%3Ax,line=9,col=12::ready.status: 100 %25%0D%0A::set-output name=x::y"`,
    );
    expect(formatConfigError({ ...error, file: "a\n::error::\u001b[31m" })).toMatchInlineSnapshot(
      `"a\\n::error::\\u001b[31m:9 › ready.status: expected a status, found "Redy". Did you mean "Ready"?"`,
    );
  });

  test("names places in lists from 0 and quotes keys that are not plain words", () => {
    expect(formatPath(["annotations", 0, "on"])).toBe("annotations[0].on");
    expect(formatPath(["capacity", "perSprint", "Sprint\n7"])).toBe('capacity.perSprint."Sprint\\n7"');
    expect(formatPath([])).toBe("");
  });
});
