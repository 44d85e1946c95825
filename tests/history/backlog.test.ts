import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { begunSprints, runningSprint } from "../../src/history/backlog.ts";
import { type Facts, FIELDS } from "../../src/model/facts.ts";
import { DEFAULT_RULE } from "../../src/model/ready.ts";
import { backlogOf, ms, productBacklogAt, stageAt } from "../support/history-builder.ts";
import { observe, same } from "../support/observation-builder.ts";
import { randomObservations } from "../support/random-observations.ts";

const OPEN: Partial<Facts> = Object.freeze({
  status: "New",
  category: "todo",
  createdAt: "2026-01-02T08:00:00Z",
});
const without = (...names: string[]) => FIELDS.filter((field) => !names.includes(field));

describe("what is known as of an instant", () => {
  const observations = [
    observe("2026-01-06", { A: OPEN }, { order: ["A"] }),
    observe("2026-01-20", { A: { ...OPEN, estimate: 8 }, B: OPEN }, { order: ["B", "A"] }),
  ];

  test("hides later observations", () => {
    const early = backlogOf(observations, { asOf: "2026-01-19" });
    expect([...early.items.keys()]).toEqual(["A"]);
    expect(early.observations).toHaveLength(1);
    expect(early.at("A", ms("2026-01-19"))!.facts!.estimate).toBeNull();
  });

  test("counts an observation at that very instant", () => {
    expect(backlogOf(observations, { asOf: "2026-01-20" }).observations).toHaveLength(2);
  });

  test("is what a history without the later observations gives", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 6 }), fc.nat(5), (all, index) => {
        const last = all[Math.min(index, all.length - 1)]!;
        const [whole, part] = [all, all.filter((one) => one.at <= last.at)].map((some) =>
          backlogOf(some, { asOf: last.at }),
        );
        expect(whole!.items).toEqual(part!.items);
        expect(whole!.observations).toEqual(part!.observations);
        expect([whole!.begin, whole!.asOf]).toEqual([part!.begin, ms(last.at)]);
      }),
    );
  });

  test("is nothing without observations", () => {
    const empty = backlogOf([]);
    expect([empty.begin, empty.lastSeen(ms("2026-01-20")), empty.orderAt(ms("2026-01-20"), [])]).toEqual([
      null,
      null,
      null,
    ]);
    expect(empty.productBacklog(ms("2026-01-20"))).toEqual([]);
  });

  test("begins when its first item was created", () => {
    expect(backlogOf(observations).begin).toBe(ms("2026-01-02T08:00:00Z"));
  });

  test("keeps the last value of a missing column", () => {
    const backlog = backlogOf([
      observe("2026-01-06", { A: { ...OPEN, estimate: 3 } }),
      observe("2026-01-08", { A: OPEN }, { fields: ["status"] }),
    ]);
    expect(backlog.at("A", ms("2026-01-08"))!.facts!.estimate).toBe(3);
  });
});

describe("a field is known", () => {
  const backlog = () =>
    backlogOf([
      observe("2026-01-06", { A: OPEN }, { fields: without("estimate", "described") }),
      observe("2026-01-08", { A: OPEN }, { fields: without("described"), assumed: [] }),
      observe("2026-01-10", { A: OPEN }, { fields: ["status"], assumed: ["blocked"] }),
    ]);

  test("from the first observation on that has its column", () => {
    expect(backlog().knows("estimate", ms("2026-01-08") - 1)).toBe(false);
    expect(backlog().knows("estimate", ms("2026-01-08"))).toBe(true);
    expect(backlog().knows("estimate", ms("2026-01-20"))).toBe(true);
    expect(backlog().knows("described", ms("2026-01-20"))).toBe(false);
  });

  test("to be empty where the tracker leaves out empty columns", () => {
    const assumed = backlogOf([
      observe("2026-01-06", { A: OPEN }, { fields: ["status"], assumed: ["estimate"] }),
    ]);
    expect(assumed.knows("estimate", ms("2026-01-06"))).toBe(true);
    expect(assumed.ruleAt(ms("2026-01-06"))).toMatchObject({ unknown: null, rule: { checks: ["estimate"] } });
  });

  test("not by an observation that was held back", () => {
    const recording = { isOpen: () => true, acceptShrink: false };
    const first = observe("2026-01-06", same(["A", "B"], OPEN), { fields: without("estimate") });
    const held = backlogOf([first, observe("2026-01-08", { A: OPEN })], { recording });
    expect(held.knows("estimate", ms("2026-01-20"))).toBe(false);
  });

  test("or its check cannot be made, and the first such field is named", () => {
    const rule = { ...DEFAULT_RULE, checks: ["status", "description", "estimate"] as const };
    const ruled = backlogOf([observe("2026-01-06", { A: OPEN }, { fields: ["status", "category"] })], {
      rule,
    });
    expect(ruled.ruleAt(ms("2026-01-06"))).toEqual({ rule, unknown: "described" });
  });
});

describe("the default rule", () => {
  test("asks for a description from when descriptions are known", () => {
    const backlog = backlogOf([
      observe("2026-01-06", { A: { ...OPEN, estimate: 2 } }, { fields: without("described") }),
      observe("2026-01-08", { A: { ...OPEN, estimate: 2 } }),
    ]);
    const failedAt = (day: string) => backlog.failed(backlog.at("A", ms(day))!, ms(day));
    expect([failedAt("2026-01-06"), failedAt("2026-01-08")]).toEqual([[], ["description"]]);
    expect(backlog.ruleAt(ms("2026-01-07")).rule.checks).toEqual(["estimate"]);
  });
});

describe("the order", () => {
  const backlog = () =>
    backlogOf([
      observe("2026-01-06", same(["A", "B", "C", "D"], OPEN), { order: ["C", "B", "A"] }),
      observe("2026-01-08", { ...same(["A", "C", "D"], OPEN), B: { ...OPEN, category: "done" } }),
      observe("2026-01-10", same(["A", "C", "D"], OPEN), { order: ["D", "A", "C"] }),
    ]);
  const orderAt = (day: string) =>
    backlog()
      .orderAt(ms(day), backlog().productBacklog(ms(day)))
      ?.map(({ id }) => id) ?? null;

  test("is the last observed one, less what has left the Product Backlog", () => {
    expect(orderAt("2026-01-06")).toEqual(["C", "B", "A"]);
    expect(orderAt("2026-01-08")).toEqual(["C", "A"]);
    expect(orderAt("2026-01-10")).toEqual(["D", "A", "C"]);
  });

  test("is unknown before it was first seen", () => {
    expect(orderAt("2026-01-05")).toBeNull();
  });

  test("of an observation that shows none is none", () => {
    expect(backlog().observations.map((seen) => seen.order?.join("") ?? null)).toEqual(["CBA", null, "DAC"]);
  });
});

describe("observations", () => {
  const backlog = () =>
    backlogOf([observe("2026-01-06", same(["A", "B"], OPEN)), observe("2026-01-20", same(["A"], OPEN))]);

  test("are found by the instant they are seen at", () => {
    expect(backlog().lastSeen(ms("2026-01-06") - 1)).toBeNull();
    expect(backlog().lastSeen(ms("2026-01-06"))!.items).toBe(2);
    expect(backlog().lastSeen(ms("2026-02-20"))!.items).toBe(1);
  });

  test("are fresh for the length of a sprint", () => {
    const fortnight = 14 * 86_400_000;
    expect(backlog().isFresh(ms("2026-01-05"))).toBe(false);
    expect(backlog().isFresh(ms("2026-01-20") + fortnight)).toBe(true);
    expect(backlog().isFresh(ms("2026-01-20") + fortnight + 1)).toBe(false);
  });

  test("leave one item's later change out of its earlier state", () => {
    expect(productBacklogAt(backlog(), "2026-01-19").sort()).toEqual(["A", "B"]);
    expect(stageAt(backlog(), "B", "2026-01-20")).toBe("dropped");
  });
});

test("sprints that have begun are those with a start by as-of, and the last of them may run", () => {
  const at = (asOf: string) => {
    const backlog = backlogOf([], { asOf });
    return [begunSprints(backlog).length, runningSprint(backlog, backlog.asOf)?.name ?? null];
  };
  expect(at("2026-01-04")).toEqual([0, null]);
  expect(at("2026-01-19T00:00:00Z")).toEqual([2, "Sprint 2"]);
  expect(at("2027-01-01")).toEqual([6, null]);
});
