import { describe, expect, test } from "vitest";
import type { Findings } from "../../src/report/insights/context.ts";
import { findQuestions } from "../../src/report/questions.ts";
import { findings, points } from "../support/findings-builder.ts";
import { finishing, ready, reportOf, seen } from "../support/team-builder.ts";

type Results = Parameters<typeof findings>[0];
const ask = (results: Results, more?: Partial<Findings>): string[] =>
  findQuestions(findings(results, more)).map(({ sprint, metric, text }) => `${sprint} ${metric}: ${text}`);
/** The first question of Sprint 1; the two that are always there fill up. */
const first = (results: Results, more?: Partial<Findings>): string => ask(results, more)[0]!;
const atEnd = (depth: number) => ({
  "refinement-effort": {
    series: points([5]),
    extra: { effortDepth: [{ sprint: "sprint-1", effort: 5, depth, quadrant: null }] },
  },
});
const GENERAL = "Which item of Sprint 1 was prepared best, and what made it so?";

describe("questions", () => {
  test("are two where the numbers ask for nothing", () => {
    expect(ask({ velocity: { series: points([20]) } })).toMatchInlineSnapshot(`
      [
        "sprint-1 ready-depth: Which item of Sprint 1 was prepared best, and what made it so?",
        "sprint-1 ready-depth: What did we learn in Sprint 1 that the next items do not show yet?",
      ]
    `);
  });

  test("ask about a signal", () => {
    const limits = { centre: 20, upper: 32, lower: 8, clamped: false, meanRange: 4.5, rangeLimit: 14.7 };
    const given = {
      velocity: { series: points([45]), limits, signals: [{ sprint: "sprint-1", rule: "outside" as const }] },
    };
    expect(first(given)).toMatchInlineSnapshot(
      `"sprint-1 velocity: Velocity was 45 points in Sprint 1, outside its usual 8 to 32. What was different?"`,
    );
  });

  test("ask about the depth at the end, on both sides of the band", () => {
    expect([
      first(atEnd(1.4)),
      first(atEnd(1.96)),
      first(atEnd(1)),
      first(atEnd(3.5)),
    ]).toMatchInlineSnapshot(`
      [
        "sprint-1 ready-depth: Sprint 1 ended with 1.4 sprints of ready work, below the band. What kept items from becoming ready?",
        "sprint-1 ready-depth: Sprint 1 ended with 1.96 sprints of ready work, below the band. What kept items from becoming ready?",
        "sprint-1 ready-depth: Sprint 1 ended with 1 sprint of ready work, below the band. What kept items from becoming ready?",
        "sprint-1 ready-depth: Sprint 1 ended with 3.5 sprints of ready work, above the band. Which of it may have changed by the time it is planned?",
      ]
    `);
    expect(first(atEnd(2))).toContain(GENERAL);
  });

  test("ask about what was pulled before it was ready", () => {
    const of = (unready: number) => ({
      "unready-pulls": { series: points([{ value: unready, more: { entered: 6, unready, born: 0 } }]) },
    });
    expect([first(of(2)), first(of(1))]).toMatchInlineSnapshot(`
      [
        "sprint-1 unready-pulls: 2 of 6 items entered Sprint 1 before they were ready. How did they turn out?",
        "sprint-1 unready-pulls: 1 of 6 items entered Sprint 1 before it was ready. How did it turn out?",
      ]
    `);
    expect(first(of(0))).toContain(GENERAL);
  });

  test("ask about what fell out of ready", () => {
    const of = (fellOut: number) => ({
      "backlog-flow": { series: points([{ value: 1, more: { fellOut } }]) },
    });
    expect([first(of(3)), first(of(1))]).toMatchInlineSnapshot(`
      [
        "sprint-1 backlog-flow: 3 items fell out of ready in Sprint 1. What did we learn about them?",
        "sprint-1 backlog-flow: 1 item fell out of ready in Sprint 1. What did we learn about it?",
      ]
    `);
    expect(first(of(0))).toContain(GENERAL);
  });

  test("ask about rearranging that was undone", () => {
    const of = (thrash: number | null) => ({
      "order-churn": { series: points([{ value: 1, more: { thrash } }]) },
    });
    expect(first(of(0.5))).toMatchInlineSnapshot(
      `"sprint-1 order-churn: 50 % of the rearranging in Sprint 1 was undone again. What was still undecided?"`,
    );
    expect([first(of(0.2)), first(of(null))]).toEqual(Array(2).fill(`sprint-1 ready-depth: ${GENERAL}`));
  });

  test("ask about a changed scope, where the plan itself was seen", () => {
    const given = { "sprint-scope-change": { series: points([40]) } };
    expect(first(given)).toMatchInlineSnapshot(
      `"sprint-1 sprint-scope-change: After its first day the Sprint Backlog of Sprint 1 changed by 40 %. What came up that planning could not know?"`,
    );
    expect(first(given, { planned: new Set() })).toContain(GENERAL);
  });

  test("ask about much effort, and about little that became ready", () => {
    expect(first({ "refinement-effort": { series: points([14]) } })).toMatchInlineSnapshot(
      `"sprint-1 refinement-effort: Refinement took 14 % of capacity in Sprint 1. Which part of it helped most?"`,
    );
    expect(first({ "refinement-effort": { series: points([10]) } })).toContain(GENERAL);
    expect(first({ "refinement-rate": { series: points([0.5]) } })).toMatchInlineSnapshot(
      `"sprint-1 refinement-rate: Work worth 0.5 sprints became ready in Sprint 1. What would help the next items along?"`,
    );
    expect(first({ "refinement-rate": { series: points([0]) } })).toContain(
      "Nothing became ready in Sprint 1.",
    );
    expect(first({ "refinement-rate": { series: points([0.8]) } })).toContain(GENERAL);
  });

  test("are at most three, about different metrics, and open", () => {
    const given = {
      ...atEnd(1.4),
      "unready-pulls": { series: points([{ value: 50, more: { entered: 2, unready: 1 } }]) },
      "backlog-flow": { series: points([{ value: 1, more: { fellOut: 2 } }]) },
      "refinement-rate": { series: points([0.5]) },
    };
    const questions = findQuestions(findings(given));
    expect(questions.map(({ metric }) => metric)).toEqual(["ready-depth", "unready-pulls", "backlog-flow"]);
    for (const { text } of questions) expect(text).toMatch(/(What|Which|How) [^.]+\?$/);
  });

  test("are asked of every ended sprint of which something is known, and of no other", () => {
    const given = { velocity: { series: points([null, 20, 22, 7], { running: true }) } };
    expect([...new Set(ask(given).map((text) => text.split(" ")[0]))]).toEqual(["sprint-2", "sprint-3"]);
  });

  test("are in the report, two or three a sprint", () => {
    const now = "2026-03-17T12:00:00Z";
    const items = { ...finishing([18, 22, 20, 16, 24]), A: ready(5) };
    const { questions } = reportOf({ observations: [seen(now, { items })], asOf: now });
    const counts = Object.values(Object.groupBy(questions, ({ sprint }) => sprint)).map((own) => own!.length);
    expect(counts).toHaveLength(5);
    for (const count of counts) expect([2, 3]).toContain(count);
  });
});
