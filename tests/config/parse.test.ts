import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTeam } from "../../src/config/load.ts";
import { errorsOf, LEAST, teamOf } from "./team-file.ts";

const EXAMPLE = `# yaml-language-server: $schema=../../../public/team.schema.json
name: Checkout
timezone: Europe/Berlin
source:
  github: { repository: acme/shop, project: { owner: acme, number: 4 } }
sprints:
  every: 2 weeks
  first: 2026-01-05
statuses: { started: [In Progress], dropped: [Rejected] }
estimate: { labels: "size/*" }
ready:
  status: [Ready]
  estimate: true
  acceptanceCriteria: true
  maxSize: 8
band: [2, 3]
capacity: { people: 6, hoursPerDay: 6, daysOff: [2026-12-24] }
publish: { titles: false, people: false, links: true }
annotations: [{ on: 2026-03-02, text: New Product Owner, newBaseline: true }]
`;

describe("a configuration", () => {
  test("of the documentation is read in full", () => {
    expect(teamOf(EXAMPLE)).toMatchInlineSnapshot(`
      {
        "annotations": [
          {
            "newBaseline": true,
            "on": "2026-03-02",
            "text": "New Product Owner",
          },
        ],
        "band": [
          2,
          3,
        ],
        "baseline": null,
        "capacity": {
          "daysOff": [
            "2026-12-24",
          ],
          "hoursPerDay": 6,
          "people": 6,
          "perSprint": {},
        },
        "effort": {
          "guideline": 10,
          "match": null,
        },
        "estimate": {
          "field": null,
          "labels": "size/*",
          "zero": "unset",
        },
        "id": "checkout",
        "ignoreTypes": null,
        "name": "Checkout",
        "publish": {
          "links": true,
          "people": false,
          "titles": false,
        },
        "ready": {
          "acceptanceHeadings": null,
          "checks": [
            "status",
            "estimate",
            "acceptanceCriteria",
            "maxSize",
          ],
          "descriptionMin": null,
          "labels": [],
          "maxSize": 8,
          "status": [
            "Ready",
          ],
        },
        "source": {
          "api": null,
          "kind": "github",
          "owner": "acme",
          "project": {
            "number": 4,
            "owner": "acme",
          },
          "repository": "shop",
        },
        "sprints": {
          "days": 14,
          "exclude": [],
          "first": "2026-01-05",
          "kind": "cadence",
          "match": null,
          "namePattern": "Sprint {n}",
        },
        "statuses": {
          "dropped": [
            "Rejected",
          ],
          "finished": [],
          "started": [
            "In Progress",
          ],
        },
        "timezone": "Europe/Berlin",
        "unit": "auto",
        "velocity": {
          "sprints": 5,
        },
      }
    `);
  });

  test("of a time zone and a source has every default", () => {
    expect(teamOf(LEAST)).toMatchInlineSnapshot(`
      {
        "annotations": [],
        "band": [
          2,
          3,
        ],
        "baseline": null,
        "capacity": null,
        "effort": {
          "guideline": 10,
          "match": null,
        },
        "estimate": {
          "field": null,
          "labels": null,
          "zero": "unset",
        },
        "id": "checkout",
        "ignoreTypes": null,
        "name": "checkout",
        "publish": {
          "links": true,
          "people": false,
          "titles": null,
        },
        "ready": null,
        "source": {
          "dates": null,
          "format": "auto",
          "kind": "exports",
          "link": null,
          "timezone": null,
        },
        "sprints": null,
        "statuses": {
          "dropped": [],
          "finished": [],
          "started": [],
        },
        "timezone": "Europe/Berlin",
        "unit": "auto",
        "velocity": {
          "sprints": 5,
        },
      }
    `);
  });

  test("is the same with Windows line ends and a byte order mark", () => {
    expect(teamOf(`\uFEFF${EXAMPLE.replaceAll("\n", "\r\n")}`)).toEqual(teamOf(EXAMPLE));
  });

  test("has its mistakes on the same lines with Windows line ends", () => {
    const wrong = `${LEAST}unit: story\nband: [3, 2]\nname: "Checkout\n`;
    expect(errorsOf(`\uFEFF${wrong.replaceAll("\n", "\r\n")}`)).toEqual(errorsOf(wrong));
  });

  test("may leave the settings of exports empty", () => {
    expect(teamOf("timezone: UTC\nsource:\n  exports:\n").source).toEqual(
      teamOf("timezone: UTC\nsource: { exports: {} }\n").source,
    );
  });

  test("never throws, whatever the text", () => {
    const fragments = fc.constantFrom(
      ...EXAMPLE.split(/(?<=[\s:,[\]{}])/u),
      "&a ",
      "*a",
      "!t ",
      "- ",
      "? ",
      "| ",
      '"',
      "'",
      "---\n",
      "\t",
      "__proto__: ",
      "<<: ",
      "\uFEFF",
    );
    const file = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(file, (text) => {
        const { team, errors } = parseTeam({ text, file: "team.yaml", id: "x" });
        expect(team === undefined).toBe((errors?.length ?? 0) > 0);
      }),
      { numRuns: 2000 },
    );
  });

  test("never throws, whatever looks like a time", () => {
    const time = fc.oneof(
      fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/),
      fc.stringMatching(
        /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d(:[0-6]\d(\.\d{1,12})?)?(Z|z|[+-][0-2]\d:?[0-5]\d)?$/,
      ),
    );
    const entry = fc
      .tuple(time, time)
      .map(([start, end]) => `  - { name: ${start}, start: ${start}, end: ${end} }`);
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
        parseTeam({ text: `${LEAST}sprints:\n${entries.join("\n")}\n`, file: "team.yaml", id: "x" });
      }),
      { numRuns: 1000 },
    );
  });

  test("with a byte order mark in the middle is an error with its line", () => {
    expect(errorsOf(`${LEAST}maxSize:\n\uFEFF`)).toMatchInlineSnapshot(`
      [
        "team.yaml:4 › maxSize: something is missing here: a colon, a comma, or a blank after one of them",
      ]
    `);
  });

  test("cut off anywhere either is read or names a line of its own", () => {
    const lines = EXAMPLE.split("\n").length;
    for (let length = 0; length < EXAMPLE.length; length += 1) {
      const { errors = [] } = parseTeam({ text: EXAMPLE.slice(0, length), file: "team.yaml", id: "x" });
      for (const error of errors) expect(error.line).toSatisfy((line: number) => line >= 1 && line <= lines);
    }
  });
});
