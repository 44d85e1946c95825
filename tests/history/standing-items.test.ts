import fc from "fast-check";
import { expect, test } from "vitest";
import type { Backlog } from "../../src/history/backlog.ts";
import { failedChecks, type ReadyRule } from "../../src/model/ready.ts";
import { backlogOf, ms, SPRINTS } from "../support/history-builder.ts";
import { randomObservations } from "../support/random-observations.ts";

const RULE: ReadyRule = {
  checks: ["status", "estimate"],
  status: [" ready"],
  labels: [],
  descriptionMin: 1,
  maxSize: null,
};

/** Starts and ends of sprints, instants around them, and any others. */
const instants = fc.oneof(
  fc.constantFrom(...SPRINTS.flatMap(({ start, end }) => [start - 1, start, end - 1, end])),
  fc.integer({ min: ms("2025-10-01"), max: ms("2026-04-01") }),
);

/** The Product Backlog as it is defined: every item asked where it stands. */
const plain = (backlog: Backlog, t: number, beforePlanning: boolean) =>
  [...backlog.items.keys()].flatMap((id) => {
    const item = backlog.at(id, t);
    if (!item) return [];
    const { stage, started } = item.span;
    const isIn = stage === "product-backlog" || (beforePlanning && stage === "sprint-backlog" && !started);
    return isIn ? [item] : [];
  });

test("the Product Backlog at any instant, before planning or not, is what every item says, in their order", () => {
  fc.assert(
    fc.property(randomObservations({ min: 1, max: 6 }), instants, fc.boolean(), (list, t, beforePlanning) => {
      const backlog = backlogOf(list, { asOf: "2026-02-20" });
      expect(backlog.productBacklog(t, { beforePlanning })).toEqual(plain(backlog, t, beforePlanning));
    }),
    { numRuns: 400 },
  );
});

test("what is ready of it passes every check, by the team's rule and by the default one of the time", () => {
  fc.assert(
    fc.property(
      randomObservations({ min: 1, max: 6 }),
      fc.array(instants, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(RULE, null),
      (list, times, rule) => {
        const backlog = backlogOf(list, { asOf: "2026-02-20", rule });
        for (const t of times) {
          const passing = plain(backlog, t, true).filter(
            ({ facts }) => facts !== null && failedChecks(facts, backlog.ruleAt(t).rule).length === 0,
          );
          expect(backlog.ready(t, { beforePlanning: true })).toEqual(passing);
        }
      },
    ),
    { numRuns: 400 },
  );
});
