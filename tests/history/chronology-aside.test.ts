import fc from "fast-check";
import { expect, test } from "vitest";
import { openBacklog } from "../../src/history/backlog.ts";
import type { Facts, Field } from "../../src/model/facts.ts";
import type { CheckName, ReadyRule } from "../../src/model/ready.ts";
import { backlogOf, historyOf, ms, SPRINTS, STAGES } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { randomObservations } from "../support/random-observations.ts";

const ruleOf = (...checks: CheckName[]): ReadyRule => ({
  checks,
  status: ["Ready"],
  labels: [],
  descriptionMin: 1,
  maxSize: null,
});

const open = (list: Parameters<typeof historyOf>[0], options: { asOf: number; rule: ReadyRule | null }) =>
  openBacklog(historyOf(list), {
    zone: "UTC",
    sprints: SPRINTS,
    match: null,
    stages: STAGES,
    ...options,
  });

const without = (facts: Facts, fields: readonly Field[]): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => !fields.includes(field as Field)));

const rules = fc.constantFrom(null, ruleOf("status"), ruleOf("status", "description"));

test("as of any look, an item's facts are all that is stored of it, whatever the rule follows", () => {
  fc.assert(
    fc.property(randomObservations({ min: 1, max: 6 }), rules, fc.nat(5), (list, rule, nth) => {
      const upTo = list.slice(0, (nth % list.length) + 1);
      const asOf = ms(upTo.at(-1)!.at);
      const backlog = open(list, { asOf, rule });
      for (const [id, { facts }] of historyOf(upTo).state.items) {
        const item = backlog.at(id, asOf);
        if (item) expect(item.facts).toEqual(facts);
      }
    }),
    { numRuns: 300 },
  );
});

test("at an earlier look they are what was stored then, but for what the rule does not follow", () => {
  fc.assert(
    fc.property(randomObservations({ min: 2, max: 6 }), rules, fc.nat(5), (list, rule, nth) => {
      const upTo = list.slice(0, (nth % list.length) + 1);
      const t = ms(upTo.at(-1)!.at);
      const backlog = open(list, { asOf: ms("2026-03-20"), rule });
      const aside: Field[] = ["title", "acceptanceCriteria", "blocked"];
      if (rule !== null && !rule.checks.includes("description")) aside.push("described");
      for (const [id, { facts }] of historyOf(upTo).state.items) {
        const item = backlog.at(id, t);
        if (item?.facts) expect(without(item.facts, aside)).toEqual(without(facts, aside));
      }
    }),
    { numRuns: 300 },
  );
});

test("what a later look found together with something else is not overwritten by what was put aside before", () => {
  const look = (day: string, facts: Partial<Facts>) => observe(day, { A: { status: "New", ...facts } });
  const backlog = backlogOf(
    [
      look("2026-01-06", { described: false, estimate: 1 }),
      look("2026-01-07", { described: true, estimate: 1 }),
      look("2026-01-08", { described: false, estimate: 2 }),
    ],
    { rule: ruleOf("status") },
  );
  expect(backlog.at("A", backlog.asOf)!.facts).toMatchObject({ described: false, estimate: 2 });
  expect(backlog.items.get("A")!.spans).toHaveLength(2);
});

test("when it was last changed aside is told, though no span begins then", () => {
  const look = (day: string, described: boolean) => observe(day, { A: { status: "New", described } });
  const list = [look("2026-01-06", false), look("2026-01-07", true), look("2026-01-08", true)];
  expect(backlogOf(list, { rule: ruleOf("status") }).changedAside("A")).toBe(ms("2026-01-07"));
  expect(backlogOf(list.slice(0, 1), { rule: ruleOf("status") }).changedAside("A")).toBeNull();
  // The default rule asks for a description: it is followed.
  expect(backlogOf(list).changedAside("A")).toBeNull();
});
