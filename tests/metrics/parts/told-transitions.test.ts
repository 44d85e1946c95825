import { expect, test } from "vitest";
import { readyItems } from "../../../src/metrics/parts/ready-spells.ts";
import { type Told, toldBacklog, toldMoves } from "../../support/told-story.ts";

const READ = "2026-02-10T12:00:00Z";
const movesOf = (A: Told, more: Record<string, Told> = {}): string[] =>
  toldMoves(toldBacklog({ A, ...more }, { readAt: READ })).filter((move) => move.includes(" A "));

test("what events tell is dated by them, long before the first look", () => {
  expect(
    movesOf([
      ["2025-12-20T09:00:00Z", {}],
      ["2026-01-08T09:00:00Z", { status: "Ready" }],
      ["2026-01-21T09:00:00Z", { sprint: "Sprint 2" }],
      ["2026-01-23T09:00:00Z", { status: "Done", category: "done", resolvedAt: "2026-01-23T09:00:00Z" }],
    ]),
  ).toEqual(["sprint-1 A becameReady", "sprint-2 A pulled", "sprint-2 A finished"]);
});

test("an item that is ready from its creation arrives and becomes ready", () => {
  expect(movesOf([["2026-01-08T09:00:00Z", { status: "Ready" }]])).toEqual([
    "sprint-1 A arrived becameReady",
  ]);
});

test("an item created in a running sprint arrives there, and was never pulled", () => {
  expect(movesOf([["2026-01-08T09:00:00Z", { sprint: "Sprint 1" }]])).toEqual([
    "sprint-1 A arrived",
    "sprint-2 A returned",
  ]);
});

test("all events of one second are one change", () => {
  expect(
    movesOf([
      ["2026-01-06T09:00:00Z", {}],
      ["2026-01-08T09:00:00Z", { status: "Ready" }],
      ["2026-01-08T09:00:00Z", { status: "Backlog" }],
    ]),
  ).toEqual(["sprint-1 A arrived"]);
});

test("a parent given within an hour of the creation makes a split, one given later does not", () => {
  const P: Told = [["2026-01-01T09:00:00Z", {}]];
  const given = (at: string) =>
    movesOf(
      [
        ["2026-01-06T09:00:00Z", {}],
        [at, { parent: "P" }],
      ],
      { P },
    );
  expect(given("2026-01-06T10:00:00Z")).toEqual(["sprint-1 A split"]);
  expect(given("2026-01-06T10:00:01Z")).toEqual(["sprint-1 A arrived"]);
});

test("what becomes known at the first look only did not move then", () => {
  const backlog = toldBacklog(
    {
      A: [
        ["2026-01-06T09:00:00Z", {}],
        ["2026-01-08T09:00:00Z", { status: "Ready" }],
      ],
      B: [["2026-01-08T09:00:00Z", { sprint: "Sprint 1", status: "Ready" }]],
    },
    { readAt: READ, fields: ["status", "category", "createdAt", "resolvedAt"] },
  );
  // Sprints are not told: who was in the backlog before the look is not known, so neither is what was ready.
  expect(toldMoves(backlog)).toEqual(["sprint-1 A arrived", "sprint-1 B arrived"]);
  const spells = readyItems(backlog).flatMap((item) => item.spells);
  expect(spells.map(({ id, since, atLeast }) => [id, since, atLeast])).toEqual([
    ["A", Date.parse(READ), true],
    ["B", Date.parse(READ), true],
  ]);
});
