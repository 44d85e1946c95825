import { describe, expect, test } from "vitest";
import type { TeamConfig } from "../../../src/config/team-config.ts";
import { githubSettings } from "../../../src/sources/github/settings.ts";
import { cadence, readyWhen, sprintList, teamConfig } from "../../support/team-builder.ts";

const source = {
  kind: "github",
  owner: "acme",
  repository: "shop",
  project: { owner: "acme", number: 4 },
  api: null,
} as const;
const of = (given: Partial<TeamConfig> = {}) => githubSettings(teamConfig({ source, ...given }));

test("a team on GitHub is read by what its configuration says", () => {
  const found = of({
    estimate: { field: "Effort", labels: "size/*", zero: "size" },
    ready: readyWhen({
      checks: ["labels"],
      labels: ["ready"],
      acceptanceHeadings: ["Done when"],
      descriptionMin: 40,
    }),
    publish: { titles: true, people: false, links: true },
  });
  expect(found).toEqual({
    owner: "acme",
    repository: "shop",
    project: { owner: "acme", number: 4 },
    estimateField: "Effort",
    estimateLabels: "size/*",
    zeroIsSize: true,
    readyLabels: ["ready"],
    acceptanceHeadings: ["Done when"],
    descriptionMin: 40,
    titles: true,
    sprintsFrom: null,
    sprintNames: ["Sprint {n}"],
  });
});

test("without a rule any description is one, and no label is asked for", () => {
  expect(of({ ready: null })).toMatchObject({
    readyLabels: [],
    acceptanceHeadings: null,
    descriptionMin: 1,
    zeroIsSize: false,
  });
});

describe("sprints", () => {
  const from = (place: "milestones" | "iterations" | "export"): TeamConfig["sprints"] => ({
    kind: "source",
    from: place,
    match: "Board {n}",
    exclude: [],
  });
  test.each([
    ["none", null, null, []],
    ["milestones", from("milestones"), "milestones", []],
    ["iterations", from("iterations"), "iterations", []],
    ["an export, which is not GitHub", from("export"), null, []],
    ["a cadence", cadence({ namePattern: "S{n}" }), null, ["S{n}"]],
    ["a cadence with other names in the tracker", cadence({ match: "Board {n}" }), null, ["Board {n}"]],
    ["a list", sprintList("One 2026-01-05 2026-01-18", "Two 2026-01-19 2026-02-01"), null, ["One", "Two"]],
  ])("of %s", (_, sprints, sprintsFrom, sprintNames) => {
    expect(of({ sprints })).toMatchObject({ sprintsFrom, sprintNames });
  });
});

test("a team that is not on GitHub is nobody's to ask", () => {
  expect(() => githubSettings(teamConfig())).toThrowErrorMatchingInlineSnapshot(
    `[TypeError: checkout is no team on GitHub]`,
  );
});
