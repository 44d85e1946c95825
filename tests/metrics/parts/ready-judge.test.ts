import { describe, expect, test } from "vitest";
import { readyJudge } from "../../../src/metrics/parts/ready-judge.ts";
import type { CheckName } from "../../../src/model/ready.ts";
import { moves } from "../../support/flow-story.ts";
import { backlogOf, facts, readyWhen, seen, type TeamInput, teamConfig } from "../../support/team-builder.ts";
import { toldBacklog } from "../../support/told-story.ts";

const [FIRST, SECOND] = ["2026-01-06T12:00:00Z", "2026-01-20T12:00:00Z"] as const;
const A = facts({ estimate: 3, described: false });
const input = (team: TeamInput["team"], without: "described" | "estimate"): TeamInput => ({
  team: team!,
  observations: [seen(FIRST, { items: { A }, without: [without] }), seen(SECOND, { items: { A } })],
  asOf: SECOND,
});

describe("readiness is known", () => {
  const team = teamConfig({ ready: readyWhen({ checks: ["description"] }) });

  test("from the first look that has every field of the rule", () => {
    expect(readyJudge(backlogOf(input(team, "estimate"))).knownFrom).toBe(Date.parse(FIRST));
    expect(readyJudge(backlogOf(input(team, "described"))).knownFrom).toBe(Date.parse(SECOND));
  });

  test("never, or always where events tell all of it", () => {
    const never = { ...input(team, "described"), asOf: FIRST };
    expect(readyJudge(backlogOf(never)).knownFrom).toBe(Number.POSITIVE_INFINITY);
    const told = toldBacklog({ A: [["2026-01-01T00:00:00Z", {}]] }, { readAt: SECOND });
    expect(readyJudge(told)).toMatchObject({ knownFrom: Number.NEGATIVE_INFINITY, cuts: [] });
  });
});

describe("the default rule", () => {
  const grows = input(teamConfig({ ready: null }), "described");

  test("asks for a description from when descriptions are known", () => {
    const judge = readyJudge(backlogOf(grows));
    expect(judge.cuts).toEqual([Date.parse(FIRST), Date.parse(SECOND)]);
    expect([judge.isReady(A, Date.parse(SECOND) - 1), judge.isReady(A, Date.parse(SECOND))]).toEqual([
      true,
      false,
    ]);
  });

  test("lets an item fall out when it asks for more", () => {
    expect(moves(grows)).toEqual(["sprint-2 A fellOut"]);
  });
});

test("facts that differ in one field of the rule are judged apart", () => {
  const checks: CheckName[] = [
    "status",
    "labels",
    "estimate",
    "acceptanceCriteria",
    "description",
    "notBlocked",
    "maxSize",
  ];
  const team = teamConfig({ ready: readyWhen({ checks, status: ["Ready"], labels: ["go"], maxSize: 5 }) });
  const judge = readyJudge(backlogOf(input(team, "estimate")));
  const good = facts({
    status: "Ready",
    labels: ["go"],
    estimate: 3,
    acceptanceCriteria: true,
    described: true,
  });
  const at = Date.parse(SECOND);
  expect(judge.isReady(good, at)).toBe(true);
  for (const bad of [
    { status: "New" },
    { labels: ["x"] },
    { estimate: 8 },
    { acceptanceCriteria: false },
    { described: false },
    { blocked: true },
  ]) {
    expect(judge.isReady({ ...good, ...bad }, at)).toBe(false);
  }
});

test("labels are judged one by one, and their lack too", () => {
  const team = teamConfig({ ready: readyWhen({ checks: ["labels", "estimate"], labels: ["go"] }) });
  const judge = readyJudge(backlogOf(input(team, "estimate")));
  const at = Date.parse(SECOND);
  const by = (labels: string[] | null, estimate: number | null = 3) =>
    judge.isReady(facts({ labels, estimate }), at);
  expect([by(["g", "o"]), by(["go"]), by(["o", "go"]), by([]), by(null)]).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  expect([by(["go"], null), by(["go"], 1)]).toEqual([false, true]);
});

test("where fields come to be known one after the other, readiness is judged anew at each, in turn", () => {
  const judge = readyJudge(backlogOf(input(teamConfig({ ready: null }), "estimate")));
  expect(judge.knownFrom).toBe(Date.parse(SECOND));
  expect(judge.cuts).toEqual([Date.parse(FIRST), Date.parse(SECOND)]);
});
