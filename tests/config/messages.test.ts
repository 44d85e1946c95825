import { describe, expect, test } from "vitest";
import { errorsIn, errorsOf } from "./team-file.ts";

describe("mistakes", () => {
  test("at the top level: a file without content, or with something other than keys", () => {
    expect(
      ["", "# only a comment\n", "hello", "[1, 2]"].map((text) => errorsOf(text).join("\n")),
    ).toMatchInlineSnapshot(`
      [
        "team.yaml:1: expected a configuration: lines such as \`timezone: Europe/Berlin\`, found nothing",
        "team.yaml:1: expected a configuration: lines such as \`timezone: Europe/Berlin\`, found nothing",
        "team.yaml:1: expected a configuration: lines such as \`timezone: Europe/Berlin\`, found "hello"",
        "team.yaml:1: expected a configuration: lines such as \`timezone: Europe/Berlin\`, found [1, 2]",
      ]
    `);
  });

  test("required keys that are missing stand at their parent", () => {
    expect(errorsOf("# a comment\nname: x\n")).toMatchInlineSnapshot(`
      [
        "team.yaml:2 › timezone: expected an IANA time zone such as "Europe/Berlin", found no such key",
        "team.yaml:2 › source: expected "exports" or "github", found no such key",
      ]
    `);
    expect(
      errorsIn("annotations:\n  - on: 2026-01-05\n  - text: x\n    on: 2026-01-06\ncapacity:\n  people: 6\n"),
    ).toMatchInlineSnapshot(`
      "team.yaml:4 › annotations[0].text: expected a few words, found no such key
      team.yaml:7 › capacity.hoursPerDay: expected hours, a number above 0, found no such key"
    `);
  });

  test("unknown keys stand at the key and name the nearest known one", () => {
    expect(
      errorsIn("velocity: { sprint: 5 }\npublish: { title: true }\nestimate: { feild: x }\ncolour: red\n"),
    ).toMatchInlineSnapshot(`
      "team.yaml:3 › velocity.sprint: expected the key "sprints", found "sprint". Did you mean "sprints"?
      team.yaml:4 › publish.title: expected one of the keys "titles", "people" or "links", found "title". Did you mean "titles"?
      team.yaml:5 › estimate.feild: expected one of the keys "field" or "zero", found "feild". Did you mean "field"?
      team.yaml:6 › colour: expected one of the keys "name", "timezone", "source", "sprints", "statuses", "ignoreTypes", "estimate", "unit", "ready", "band", "velocity", "capacity", "effort", "publish", "baseline" or "annotations", found "colour""
    `);
  });

  test("a key at the wrong depth is one mistake and told where it belongs", () => {
    expect(errorsOf("source:\n  timezone: UTC\n  exports: {}\nmaxSize: 8\n")).toMatchInlineSnapshot(`
      [
        "team.yaml:2 › source.timezone: expected one of the keys "exports" or "github", found "timezone". It belongs at the top level.",
        "team.yaml:4 › maxSize: expected one of the keys "name", "timezone", "source", "sprints", "statuses", "ignoreTypes", "estimate", "unit", "ready", "band", "velocity", "capacity", "effort", "publish", "baseline" or "annotations", found "maxSize". It belongs under "ready".",
      ]
    `);
  });

  test("a key of another name in a small mapping is one mistake", () => {
    expect(errorsIn("annotations: [{ date: 2026-01-05, text: x }]\n")).toMatchInlineSnapshot(
      `"team.yaml:3 › annotations[0].date: expected the key "on", found "date""`,
    );
  });

  test("times and zones", () => {
    expect(
      errorsOf(`timezone: Berlin
source: { exports: { timezone: +01:00, dates: dayfirst } }
annotations:
  - { on: 2026-02-30, text: x }
  - { on: 05.01.2026, text: x }
  - { on: 2026/1/5, text: x }
  - { on: 20260105, text: x }
  - { on: 2026-01-05T00:00:00Z, text: x }
`),
    ).toMatchInlineSnapshot(`
      [
        "team.yaml:1 › timezone: expected an IANA time zone such as "Europe/Berlin", found "Berlin". Did you mean "Europe/Berlin"?",
        "team.yaml:2 › source.exports.timezone: expected an IANA time zone such as "Europe/Berlin", found "+01:00"",
        "team.yaml:2 › source.exports.dates: expected "day-first" or "month-first", found "dayfirst". Did you mean "day-first"?",
        "team.yaml:4 › annotations[0].on: expected a day that exists, found "2026-02-30", which no calendar has",
        "team.yaml:5 › annotations[1].on: expected a day such as 2026-01-05, found "05.01.2026"",
        "team.yaml:6 › annotations[2].on: expected a day such as 2026-01-05, found "2026/1/5". Did you mean 2026-01-05?",
        "team.yaml:7 › annotations[3].on: expected a day such as 2026-01-05, found 20260105",
        "team.yaml:8 › annotations[4].on: expected a day such as 2026-01-05, found "2026-01-05T00:00:00Z"",
      ]
    `);
  });

  test("words, truth values and numbers", () => {
    expect(
      errorsIn(`name: 7
unit: point
publish: { titles: yes, people: true }
velocity: { sprints: 2 }
effort: { guideline: "10" }
statuses: { started: In Progress, done: [x] }
ignoreTypes: [Epic, ""]
capacity: { people: .nan, hoursPerDay: 0 }
`),
    ).toMatchInlineSnapshot(`
      "team.yaml:3 › name: expected a team name, found 7. Did you mean "7"?
      team.yaml:4 › unit: expected "auto", "points" or "items", found "point". Did you mean "points"?
      team.yaml:5 › publish.titles: expected true or false, found "yes". Did you mean true?
      team.yaml:5 › publish.people: expected false, found true: people are never published
      team.yaml:6 › velocity.sprints: expected a whole number from 3 to 26, found 2
      team.yaml:7 › effort.guideline: expected per cent of capacity, a number above 0, found "10". Did you mean 10?
      team.yaml:8 › statuses.started: expected a list such as [In Progress], found "In Progress". Did you mean ["In Progress"]?
      team.yaml:8 › statuses.done: expected one of the keys "started", "finished" or "dropped", found "done"
      team.yaml:9 › ignoreTypes[1]: expected an item type, found ""
      team.yaml:10 › capacity.people: expected a number of people, a number above 0, found NaN
      team.yaml:10 › capacity.hoursPerDay: expected hours, a number above 0, found 0"
    `);
  });

  test("the band", () => {
    expect(
      ["[3, 2]", "[2, 2]", "[2]", "2", "[a, -1]"].map((band) => errorsIn(`band: ${band}`)),
    ).toMatchInlineSnapshot(`
      [
        "team.yaml:3 › band: expected two numbers of sprints, the lower first, such as [2, 3], found [3, 2]. Did you mean [2, 3]?",
        "team.yaml:3 › band: expected two numbers of sprints, the lower first, such as [2, 3], found [2, 2]",
        "team.yaml:3 › band: expected two numbers of sprints, the lower first, such as [2, 3], found [2]",
        "team.yaml:3 › band: expected two numbers of sprints, the lower first, such as [2, 3], found 2",
        "team.yaml:3 › band[0]: expected a number of sprints, 0 or more, found "a"
      team.yaml:3 › band[1]: expected a number of sprints, 0 or more, found -1",
      ]
    `);
  });

  test("what counts as refinement", () => {
    expect(
      ["refinement", "{}", "{ txt: refine }", "{ tag: [] }", '{ text: "" }', "{ project: 7 }"].map((match) =>
        errorsIn(`effort: { match: ${match} }`),
      ),
    ).toMatchInlineSnapshot(`
      [
        "team.yaml:3 › effort.match: expected at least one of project, tag and text, such as { text: "refinement" }, found "refinement"",
        "team.yaml:3 › effort.match: expected at least one of project, tag and text, such as { text: "refinement" }, found {}",
        "team.yaml:3 › effort.match.txt: expected one of the keys "project", "tag" or "text", found "txt". Did you mean "text"?",
        "team.yaml:3 › effort.match.tag: expected a tag or a list of them, found []",
        "team.yaml:3 › effort.match.text: expected a text or a list of them, found """,
        "team.yaml:3 › effort.match.project: expected a project or a list of them, found 7. Did you mean "7"?",
      ]
    `);
  });

  test("the ready rule", () => {
    expect(
      errorsIn(`ready:
  status: []
  labels: 5
  estimate: on
  acceptanceCriteria: Done when
  description: { min: 0 }
  notBloked: true
  maxSize: "8"
`),
    ).toMatchInlineSnapshot(`
      "team.yaml:4 › ready.status: expected a status or a list of them, found []
      team.yaml:5 › ready.labels: expected a label or a list of them, found 5. Did you mean "5"?
      team.yaml:6 › ready.estimate: expected true or false, found "on". Did you mean true?
      team.yaml:7 › ready.acceptanceCriteria: expected true, false or { heading: … }, found "Done when". Did you mean { heading: "Done when" }?
      team.yaml:8 › ready.description.min: expected a whole number, 1 or more, found 0
      team.yaml:9 › ready.notBloked: expected one of the keys "status", "labels", "estimate", "acceptanceCriteria", "description", "notBlocked" or "maxSize", found "notBloked". Did you mean "notBlocked"?
      team.yaml:10 › ready.maxSize: expected a size, a number above 0, found "8". Did you mean 8?"
    `);
    expect(
      ["{}", "Ready", "{ estimate: false }", ""].map((rule) => errorsIn(`ready: ${rule}`)),
    ).toMatchInlineSnapshot(`
      [
        "team.yaml:3 › ready: expected at least one check, such as { estimate: true }, found {}",
        "team.yaml:3 › ready: expected at least one check, such as { estimate: true }, found "Ready"",
        "team.yaml:3 › ready: expected at least one check, such as { estimate: true }, found { estimate: … }",
        "team.yaml:3 › ready: expected at least one check, such as { estimate: true }, found nothing",
      ]
    `);
  });

  test("the source", () => {
    const sources = [
      "",
      "exports",
      "{}",
      "{ jira: {} }",
      "{ export: {} }",
      "{ githb: { repository: a/b } }",
      "{ exports: {}, github: { repository: a/b } }",
      "{ exports: { format: jria, link: 'javascript:alert({id})' } }",
      "{ github: {} }",
      "{ github: { repository: shop, project: { owner: 5, number: 0 }, api: 'http://evil.example', token: x } }",
      "{ github: { repository: a/.. } }",
    ];
    expect(
      sources.map((source) => errorsOf(`timezone: UTC\nsource: ${source}\n`).join("\n")),
    ).toMatchInlineSnapshot(`
      [
        "team.yaml:2 › source: expected "exports" or "github", found nothing",
        "team.yaml:2 › source: expected "exports" or "github", found "exports"",
        "team.yaml:2 › source: expected "exports" or "github", found {}",
        "team.yaml:2 › source.jira: expected "exports" or "github", found "jira"",
        "team.yaml:2 › source.export: expected the key "exports", found "export". Did you mean "exports"?",
        "team.yaml:2 › source.githb: expected the key "github", found "githb". Did you mean "github"?",
        "team.yaml:2 › source.github: expected "exports" or "github", found both",
        "team.yaml:2 › source.exports.format: expected "auto", "custom", "jira", "azure-devops", "linear", "gitlab", "github-projects", "trello", "shortcut", "asana", "youtrack", "redmine", "taiga", "pivotal", "bugzilla", "trello-json", "jira-json" or "github-json", found "jria". Did you mean "jira"?
      team.yaml:2 › source.exports.link: expected a web address that holds {id} once, such as "https://tracker.example/browse/{id}", found "javascript:alert({id})"",
        "team.yaml:2 › source.github.repository: expected a repository as "owner/name", found no such key",
        "team.yaml:2 › source.github.repository: expected a repository as "owner/name", found "shop"
      team.yaml:2 › source.github.project.owner: expected an account name, found 5. Did you mean "5"?
      team.yaml:2 › source.github.project.number: expected a whole number, 1 or more, found 0
      team.yaml:2 › source.github.api: expected an https address such as "https://github.example/api/v3", found "http://evil.example"
      team.yaml:2 › source.github.token: expected one of the keys "repository", "project" or "api", found "token"",
        "team.yaml:2 › source.github.repository: expected a repository as "owner/name", found "a/.."",
      ]
    `);
  });

  test("alternatives that exclude each other", () => {
    expect(
      errorsIn(
        "estimate: { field: a, labels: b }\nsprints: { every: 1 week, first: 2026-01-05, from: export }\n",
      ),
    ).toMatchInlineSnapshot(`
      "team.yaml:3 › estimate.labels: expected "field" or "labels", found both
      team.yaml:4 › sprints.from: expected "every" or "from", found both"
    `);
  });

  test("capacity", () => {
    const capacities = [
      "{}",
      "{ people: 6 }",
      "{ hoursPerDy: 6, people: 6 }",
      "{ perSprint: { Sprint 7: 0 } }",
      "{ daysOff: [2026-12-24] }",
    ];
    expect(capacities.map((capacity) => errorsIn(`capacity: ${capacity}`))).toMatchInlineSnapshot(`
      [
        "team.yaml:3 › capacity: expected { people: 6, hoursPerDay: 6 } or { perSprint: … }, found {}",
        "team.yaml:3 › capacity.hoursPerDay: expected hours, a number above 0, found no such key",
        "team.yaml:3 › capacity.hoursPerDy: expected one of the keys "people", "hoursPerDay", "daysOff" or "perSprint", found "hoursPerDy". Did you mean "hoursPerDay"?",
        "team.yaml:3 › capacity.perSprint."Sprint 7": expected hours, a number above 0, found 0",
        "team.yaml:3 › capacity: expected { people: 6, hoursPerDay: 6 } or { perSprint: … }, found { daysOff: … }",
      ]
    `);
  });
});
