import { describe, expect, test } from "vitest";
import { errorsIn, LEAST, teamOf } from "./team-file.ts";

const sprintsOf = (lines: string) => teamOf(`${LEAST}sprints: ${lines}\n`).sprints;

describe("sprints", () => {
  test("of a cadence have a length in days and a name pattern", () => {
    expect(sprintsOf("{ every: 2 weeks, first: 2026-01-05 }")).toEqual({
      kind: "cadence",
      days: 14,
      first: "2026-01-05",
      namePattern: "Sprint {n}",
      match: null,
      exclude: [],
    });
    expect(
      sprintsOf(
        "{ every: 10 days, first: 2026-01-05, name: 'S{n}', match: 'Board {n}', exclude: [s3, Board 4] }",
      ),
    ).toEqual({
      kind: "cadence",
      days: 10,
      first: "2026-01-05",
      namePattern: "S{n}",
      match: "Board {n}",
      exclude: ["s3", "Board 4"],
    });
  });

  test("of the tracker name where they come from", () => {
    expect(sprintsOf("{ from: milestones, exclude: [Hardening] }")).toEqual({
      kind: "source",
      from: "milestones",
      match: null,
      exclude: ["Hardening"],
    });
  });

  test("of a list are excluded one by one or by name", () => {
    expect(
      sprintsOf(`
  list:
    - { name: A, start: 2026-01-05, end: 2026-01-18 }
    - { name: B, start: 2026-01-19T09:00:00+01:00, end: 2026-02-01T23:00:00Z, exclude: true }
    - { name: C, start: 2026-02-02, end: 2026-02-02 }
  match: "{n}"
  exclude: [c]`),
    ).toMatchInlineSnapshot(`
      {
        "exclude": [
          "B",
          "C",
        ],
        "kind": "list",
        "list": [
          {
            "end": "2026-01-18",
            "exclude": false,
            "name": "A",
            "start": "2026-01-05",
          },
          {
            "end": "2026-02-01T23:00:00Z",
            "exclude": true,
            "name": "B",
            "start": "2026-01-19T09:00:00+01:00",
          },
          {
            "end": "2026-02-02",
            "exclude": true,
            "name": "C",
            "start": "2026-02-02",
          },
        ],
        "match": "{n}",
      }
    `);
  });

  test("that touch do not overlap, whatever their order in the file", () => {
    expect(
      errorsIn(`sprints:
  - { name: B, start: 2026-01-19, end: 2026-02-01 }
  - { name: A, start: 2026-01-05, end: 2026-01-18 }
  - { name: C, start: 2026-02-01T23:00:00Z, end: 2026-02-14T23:00:00Z }
`),
    ).toBe("");
  });

  test("that overlap are one error with both lines", () => {
    expect(
      errorsIn(`sprints:
  - { name: A, start: 2026-01-05, end: 2026-01-18 }
  - { name: B, start: 2026-01-18, end: 2026-02-01 }
  - { name: C, start: 2026-02-02, end: 2026-02-15 }
`),
    ).toMatchInlineSnapshot(
      `"team.yaml:5 › sprints[1].start: expected a start after "2026-01-18", the last day of "A", found "2026-01-18": the two overlap (lines 5 and 4)"`,
    );
  });

  test("that lie in one whose end is too late are one mistake", () => {
    expect(
      errorsIn(`sprints:
  - { name: A, start: 2026-01-05, end: 2026-03-01 }
  - { name: B, start: 2026-01-10, end: 2026-01-11 }
  - { name: C, start: 2026-02-10T00:00:00Z, end: 2026-02-11T00:00:00Z }
`),
    ).toMatchInlineSnapshot(
      `"team.yaml:5 › sprints[1].start: expected a start after "2026-03-01", the last day of "A", found "2026-01-10": the two overlap (lines 5 and 4)"`,
    );
  });

  test("that end before they start, or have one name, are errors", () => {
    expect(
      errorsIn(`sprints:
  - { name: A, start: 2026-01-18, end: 2026-01-05 }
  - { name: B, start: 2026-02-02, end: 2026-02-15 }
  - { name: " b", start: 2026-02-16, end: 2026-03-01 }
`),
    ).toMatchInlineSnapshot(`
      "team.yaml:4 › sprints[0].end: expected an end after the start "2026-01-18", found "2026-01-05"
      team.yaml:6 › sprints[2].name: expected a name of its own, found " b" here and on line 5"
    `);
  });

  test("copied whole are one mistake, not an overlap too", () => {
    expect(
      errorsIn(`sprints:
  - { name: A, start: 2026-01-05, end: 2026-01-18 }
  - { name: A, start: 2026-01-05, end: 2026-01-18 }
`),
    ).toMatchInlineSnapshot(
      `"team.yaml:5 › sprints[1].name: expected a name of its own, found "A" here and on line 4"`,
    );
  });

  test("are compared although another one is wrong in itself", () => {
    expect(
      errorsIn(`sprints:
  - { name: A, start: 2026-01-05, end: 2026-01-18 }
  - { name: B, start: 2026-01-12, end: 2026-01-25 }
  - { name: C, start: 2026-02-30, end: 2026-03-15 }
`),
    ).toMatchInlineSnapshot(`
      "team.yaml:5 › sprints[1].start: expected a start after "2026-01-18", the last day of "A", found "2026-01-12": the two overlap (lines 5 and 4)
      team.yaml:6 › sprints[2].start: expected a day that exists, found "2026-02-30", which no calendar has"
    `);
  });

  test("excluded or given hours by a name that no sprint has are errors", () => {
    expect(
      errorsIn(`sprints:
  list: [{ name: Sprint 1, start: 2026-01-05, end: 2026-01-18 }]
  exclude: [Sprnt 1, SPRINT 1]
capacity: { perSprint: { Sprint 9: 300 } }
`),
    ).toMatchInlineSnapshot(`
      "team.yaml:5 › sprints.exclude[0]: expected the name of a sprint in the list, found "Sprnt 1". Did you mean "Sprint 1"?
      team.yaml:6 › capacity.perSprint."Sprint 9": expected the name of a sprint in the list, found "Sprint 9". Did you mean "Sprint 1"?"
    `);
    expect(
      errorsIn("sprints: { every: 1 week, first: 2026-01-05, exclude: [Sprint 3, Sprint x] }"),
    ).toMatchInlineSnapshot(
      `"team.yaml:3 › sprints.exclude[1]: expected a sprint's name such as "Sprint 1", found "Sprint x""`,
    );
  });

  test("that are wrong are told by the form that was meant", () => {
    const wrong = [
      "2 weeks",
      "[]",
      "{}",
      "{ match: 'S {n}' }",
      "{ every: 14, frist: 2026-01-05 }",
      "{ every: 2 weeks }",
      "{ every: 2 weeks, start: 2026-01-05 }",
      "{ form: milestone }",
      "{ from: milestone }",
      "{ from: milestones, name: 'S {n}' }",
      "{ every: 1week, first: 2026-01-05, name: Sprint, match: '{n}{n}' }",
      "[{ name: 1, start: 2026-01-05T00:00:00, ende: 2026-1-18 }]",
      "{ lst: [{ name: A, start: 2026-01-05, end: 2026-01-06 }] }",
    ];
    expect(wrong.map((sprints) => errorsIn(`sprints: ${sprints}`))).toMatchInlineSnapshot(`
      [
        "team.yaml:3 › sprints: expected "every" and "first", or "from", or a list of sprints { name, start, end }, found "2 weeks"",
        "team.yaml:3 › sprints: expected "every" and "first", or "from", or a list of sprints { name, start, end }, found []",
        "team.yaml:3 › sprints: expected "every" and "first", or "from", or a list of sprints { name, start, end }, found {}",
        "team.yaml:3 › sprints: expected "every" and "first", or "from", or a list of sprints { name, start, end }, found { match: … }",
        "team.yaml:3 › sprints.every: expected a length such as "2 weeks" or "10 days", found 14
      team.yaml:3 › sprints.frist: expected one of the keys "every", "first", "name", "match" or "exclude", found "frist". Did you mean "first"?",
        "team.yaml:3 › sprints.first: expected a day such as 2026-01-05, found no such key",
        "team.yaml:3 › sprints.start: expected the key "first", found "start"",
        "team.yaml:3 › sprints.form: expected one of the keys "from", "match" or "exclude", found "form". Did you mean "from"?",
        "team.yaml:3 › sprints.from: expected "milestones", "iterations" or "export", found "milestone". Did you mean "milestones"?",
        "team.yaml:3 › sprints.name: expected "from" or "name", found both",
        "team.yaml:3 › sprints.every: expected a length such as "2 weeks" or "10 days", found "1week". Did you mean "1 week"?
      team.yaml:3 › sprints.name: expected a name that holds {n} once, such as "Sprint {n}", found "Sprint"
      team.yaml:3 › sprints.match: expected a name that holds {n} once, such as "Sprint {n}", found "{n}{n}"",
        "team.yaml:3 › sprints[0].name: expected a sprint name, found 1. Did you mean "1"?
      team.yaml:3 › sprints[0].start: expected a day such as 2026-01-05, or an instant with Z or an offset such as 2026-01-05T09:00:00Z, found "2026-01-05T00:00:00"
      team.yaml:3 › sprints[0].ende: expected one of the keys "name", "start", "end" or "exclude", found "ende". Did you mean "end"?",
        "team.yaml:3 › sprints.lst: expected one of the keys "list", "match" or "exclude", found "lst". Did you mean "list"?",
      ]
    `);
  });
});
