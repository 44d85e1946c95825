import { describe, expect, test } from "vitest";
import { errorsIn, errorsOf, LEAST } from "./team-file.ts";

describe("YAML that is not sound", () => {
  test("costs one error for each key, and the other keys are still checked", () => {
    expect(
      errorsIn(`name: "Checkout
unit: foo
band: [2, 3
# a comment between
ready:
\tstatus: x
sprints:
  every: 2 weeks
 first: 2026-01-05
velocity: { sprints: 100 }
`),
    ).toMatchInlineSnapshot(`
      "team.yaml:3 › name: expected a closing ", found the end of the value
      team.yaml:4 › unit: expected "auto", "points" or "items", found "foo"
      team.yaml:5 › band: expected a closing ], found the end of the value
      team.yaml:8 › ready: expected blanks as indentation, found a tab
      team.yaml:11 › sprints: the indentation fits neither the line above nor a list or mapping before it
      team.yaml:12 › velocity.sprints: expected a whole number from 3 to 26, found 100"
    `);
  });

  test("does not make a broken required key a missing one", () => {
    expect(errorsOf('timezone: "UTC\nsource: { exports: {} }\n')).toMatchInlineSnapshot(`
      [
        "team.yaml:1 › timezone: expected a closing ", found the end of the value",
      ]
    `);
    expect(errorsOf("timezone Europe/Berlin\nsource: { exports: {} }\n")).toMatchInlineSnapshot(`
      [
        "team.yaml:1 › timezone: expected a key and a value such as \`unit: points\`",
      ]
    `);
  });

  test("is told in plain words", () => {
    const wrong = [
      "name: a: b",
      "name: @x",
      'name: "\\q"',
      "band: [2, 3]]",
      "band: [2 3",
      "ready: { status: x",
      "name: 'x",
      "just words",
      "name: |x\n  y",
      "- a\nname: x",
      "ready: { status: x }\n  estimate: true",
      "annotations:\n  - a\n  b: c",
      "name: &a &b x",
      "name: x\n---\nname: y",
      "name: %x\n",
      "ready: {status: [x}",
      "unit:points",
    ];
    expect(wrong.map((lines) => errorsIn(lines))).toMatchInlineSnapshot(`
      [
        "team.yaml:3 › name: a second key or list begins inside a value: expected one key to a line, and quotes around a text with a colon",
        "team.yaml:3 › name: a plain text can't begin with this character: put the text in quotes",
        "team.yaml:3 › name: in double quotes a backslash begins an escape: write \\\\ for the character itself, or use single quotes",
        "team.yaml:3 › band: something unexpected stands here, such as text after a closed quote or a bracket too many",
        "team.yaml:3 › band: expected a closing ], found the end of the value",
        "team.yaml:3 › ready: expected a closing }, found the end of the value",
        "team.yaml:3 › name: expected a closing ', found the end of the value",
        "team.yaml:3 › just: expected a key and a value such as \`unit: points\`",
        "team.yaml:3 › name: something unexpected stands here, such as text after a closed quote or a bracket too many",
        "team.yaml:3 › source: expected a key and its colon on one line",
        "team.yaml:4 › ready: the indentation fits neither the line above nor a list or mapping before it",
        "team.yaml:5 › annotations: the indentation fits neither the line above nor a list or mapping before it",
        "team.yaml:3 › name: a value can have one anchor",
        "team.yaml:4: expected one configuration, found a line --- that begins another",
        "team.yaml:3 › name: a plain text can't begin with this character: put the text in quotes",
        "team.yaml:3 › ready: expected a closing ], found the end of the value",
        "team.yaml:3 › unit: expected a key and a value such as \`unit: points\`",
      ]
    `);
  });

  test("in one pair of brackets around everything is one error", () => {
    expect(errorsOf("{ timezone: UTC, source: { exports: {} }, unit: x")).toMatchInlineSnapshot(`
      [
        "team.yaml:1: expected a closing }, found the end of the value",
      ]
    `);
  });

  test("may be nested too deeply to be read", () => {
    expect(errorsIn(`name: ${"[".repeat(50_000)}\nunit: x`)).toMatchInlineSnapshot(`
      "team.yaml:3 › name: this is nested too deeply to be read
      team.yaml:4 › unit: expected "auto", "points" or "items", found "x""
    `);
  });
});

describe("YAML beyond plain values", () => {
  test("keys written twice are errors with both lines", () => {
    expect(
      errorsIn("unit: points\nready:\n  estimate: true\n  estimate: false\nunit: items\n"),
    ).toMatchInlineSnapshot(`
      "team.yaml:6 › ready.estimate: expected the key once, found it here and on line 5
      team.yaml:7 › unit: expected the key once, found it here and on line 3"
    `);
  });

  test("aliases, tags and keys that are no text are refused, each once", () => {
    expect(errorsIn("name: *who\nunit: !secret points\n<<: *all\n? [a, b]\n: c\n")).toMatchInlineSnapshot(`
      "team.yaml:3 › name: expected the value itself, found an alias: *name is not read here
      team.yaml:4 › unit: expected the value alone, found the tag "!secret"
      team.yaml:5 › "<<": expected the value itself, found an alias: *name is not read here
      team.yaml:6: expected a plain text as key"
    `);
  });

  test("an alias bomb is refused before it grows", () => {
    const bomb = Array.from(
      { length: 30 },
      (_, i) => `k${i}: &a${i} [${`*a${i - 1},`.repeat(i === 0 ? 0 : 9)}]`,
    ).join("\n");
    expect(errorsOf(LEAST + bomb).length).toBeGreaterThan(0);
  });

  test("a document mark, comments and lists at the margin are fine", () => {
    expect(
      errorsOf(`%YAML 1.2\n---\n${LEAST}annotations:\n- on: 2026-01-05 # why\n  text: x\n...\n`),
    ).toEqual([]);
  });
});
