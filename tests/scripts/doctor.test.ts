import { describe, expect, test } from "vitest";
import { recognition } from "../../scripts/steps/doctor/recognition.ts";
import { unmappedStatuses } from "../../scripts/steps/doctor/statuses.ts";
import { rowOrder, shrinking } from "../../scripts/steps/doctor/suspicions.ts";
import { containerTypes } from "../../scripts/steps/doctor/types.ts";
import { type Facts, NO_FACTS } from "../../src/model/facts.ts";
import type { Observation } from "../../src/model/observation.ts";
import { stageRules } from "../../src/report/settle.ts";
import { frozen, teamConfig } from "../support/team-builder.ts";

const facts = (some: Partial<Facts>): Facts => frozen({ ...NO_FACTS, ...some });
const observation = (some: Partial<Observation>): Observation =>
  ({ source: "exports/a.csv", items: new Map(), order: null, ...some }) as Observation;
const items = (...ids: string[]): Map<string, Facts> => new Map(ids.map((id) => [id, facts({})]));

describe("statuses without a meaning", () => {
  const advice = (list: readonly Facts[], statuses = { started: ["Build"], finished: [], dropped: [] }) => {
    const config = frozen({ ...teamConfig(), statuses });
    return unmappedStatuses(list, { config, rules: stageRules(config), where: "team.yaml" });
  };

  test("come with a mapping to paste, by what their words mostly mean", () => {
    const list = ["Code review", "Build", "Shipped", "Icebox", "Rejected", "Icebox", "on"].map((status) =>
      facts({ status }),
    );
    expect(advice(list)[0]!.text).toMatchInlineSnapshot(`
      "statuses that nobody says the meaning of count as not begun: Code review (1), Shipped (1), Icebox (2), Rejected (1), on (1). By their words, to be checked and pasted into team.yaml:
        statuses: { started: [Build, Code review], finished: [Shipped], dropped: [Rejected] } # not begun, so in none of them: [Icebox, "on"]"
    `);
  });

  test("are none where the tracker has categories, or the team has said them", () => {
    expect(
      advice([
        facts({ status: "Anything", category: "doing" }),
        facts({ status: "build" }),
        facts({ status: "Done" }),
      ]),
    ).toEqual([]);
  });
});

test("types that hold items are pointed at with the list to paste, but not those that are ignored", () => {
  const all = new Map([
    ["F-1", facts({ type: "Feature" })],
    ["E-1", facts({ type: "Epic" })],
    ["S-1", facts({ type: "Story", parent: "F-1" })],
    ["S-2", facts({ type: "Story", parent: "E-1" })],
    ["S-3", facts({ type: "Story", parent: "S-1" })],
  ]);
  const ignores = ({ type }: Facts): boolean => type === "Epic";
  expect(containerTypes(all, { ignores, given: null }).map(({ text }) => text)).toEqual([
    "types that are parents of items and count as items themselves: Feature (of 1). If they are containers, paste into team.yaml:\n  ignoreTypes: [Epic, Initiative, Theme, Sub-task, Subtask, Feature]",
  ]);
  expect(containerTypes(new Map([["S-1", facts({ type: "Story" })]]), { ignores, given: null })).toEqual([]);
});

test("an export far smaller than the one before is pointed at where it lies", () => {
  const before = observation({ source: "exports/a.csv", items: items(..."abcdefghij") });
  const after = (ids: string) => observation({ source: "exports/b.csv", items: items(...ids) });
  expect(shrinking([before, after("abcdef")])).toEqual([
    { where: "exports/b.csv", text: "6 items where exports/a.csv had 10. Was the filter narrower?" },
  ]);
  expect(shrinking([before, after("abcdefg")])).toEqual([]);
});

test("rows in another order than the rank are told of, and rows in its order are not", () => {
  const rows = items("a", "b", "c", "d");
  expect(rowOrder(observation({ items: rows, order: ["a", "b", "c", "d"] }))).toEqual([]);
  expect(rowOrder(observation({ items: rows, order: null }))).toEqual([]);
  expect(rowOrder(observation({ items: rows, order: ["d", "a", "b", "c"] }))[0]!.text).toMatch(
    /1 of 4 stand elsewhere/,
  );
});

test.each([
  ["cells", "dates of numbers are read day first, as dates of the file prove"],
  [
    "team",
    "dates of numbers are read day first, as source.exports.dates says, since no date of the file shows it",
  ],
  ["guess", "which is a guess"],
  ["none", "no date of it leaves open which number is the day"],
] as const)("how day and month were told apart is said: by %s", (by, words) => {
  const result = { title: "Jira CSV export", format: "jira", dates: { order: "day-first", by } } as const;
  const [advice] = recognition("exports/a.csv", { result, named: "auto" });
  expect(advice!.text).toContain("exports/a.csv was read as Jira CSV export, told by its headings; ");
  expect(advice!.text).toContain(words);
});
