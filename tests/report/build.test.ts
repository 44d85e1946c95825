import { describe, expect, test } from "vitest";
import { reportSchema } from "../../src/report/schema.ts";
import {
  facts,
  finished,
  finishing,
  ready,
  readyWhen,
  reportOf,
  seen,
  type TeamInput,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const DONE = finishing([18, 22, 20, 16, 24]);
const titled = {
  ...DONE,
  A: ready(5, { title: "Sell the ferry" }),
  B: unready(3, { title: "Board by drone" }),
};

/** Situations that differ in what is known. */
const situations: Record<string, TeamInput> = {
  "no observation": { observations: [], asOf: NOW },
  "no sprints": {
    team: teamConfig({ sprints: null }),
    observations: [seen(NOW, { items: titled })],
    asOf: NOW,
  },
  "sprints only of the source": {
    team: teamConfig({ sprints: { kind: "source", from: "export", match: null, exclude: [] } }),
    observations: [seen(NOW, { items: titled })],
    asOf: NOW,
  },
  "sprints to come": {
    observations: [seen("2025-12-20T12:00:00Z", { items: { A: ready(5) } })],
    asOf: "2025-12-21T12:00:00Z",
  },
  "no velocity": {
    observations: [seen("2026-01-07T12:00:00Z", { items: { A: ready(5) } })],
    asOf: "2026-01-07T12:00:00Z",
  },
  "no order": { observations: [seen(NOW, { items: titled, order: null })], asOf: NOW },
  "no fields": {
    team: teamConfig({ ready: null }),
    observations: [seen(NOW, { items: titled, without: ["estimate", "described"] })],
    asOf: NOW,
  },
  "only epics": { observations: [seen(NOW, { items: { A: facts({ type: "Epic" }) } })], asOf: NOW },
  "everything finished": { observations: [seen(NOW, { items: DONE })], asOf: NOW },
  "old data": {
    observations: [seen("2026-03-16T12:00:00Z", { items: titled })],
    asOf: "2026-08-01T12:00:00Z",
  },
  "a later observation": {
    observations: [seen(NOW, { items: titled }), seen("2026-03-20T12:00:00Z", { items: DONE })],
    asOf: NOW,
  },
  "titles and a log": {
    team: teamConfig({
      publish: { titles: true, people: false, links: true },
      capacity: { people: 4, hoursPerDay: 6, daysOff: [], perSprint: {} },
    }),
    observations: [seen(NOW, { items: titled })],
    sessions: [{ day: "2026-03-03", minutes: 60, people: 4 }],
    asOf: NOW,
  },
};

describe("a report", () => {
  test.each(Object.entries(situations))("keeps its contract with %s, and no metric fails", (_, input) => {
    const report = reportOf(input);
    expect(reportSchema.parse(structuredClone(report))).toEqual(JSON.parse(JSON.stringify(report)));
    const failed = Object.entries(report.metrics).filter(([, metric]) => metric.state === "error");
    expect(failed.map(([id, { reason }]) => `${id}: ${reason}`)).toEqual([]);
  });

  test("is the same twice, and does not look at what lies after as-of", () => {
    const observations = [seen(NOW, { items: titled })];
    const later = seen("2026-03-20T12:00:00Z", { items: { ...titled, C: ready(100) } });
    expect(reportOf({ observations: [...observations, later], asOf: NOW })).toEqual(
      reportOf({ observations, asOf: NOW }),
    );
  });

  test("has every begun sprint, end exclusive, and a point for each in the three headline metrics", () => {
    const report = reportOf({
      team: teamConfig({ timezone: "Europe/Berlin" }),
      observations: [seen(NOW, { items: titled })],
      asOf: NOW,
    });
    expect(report.sprints).toHaveLength(6);
    expect(report.sprints[5]).toEqual({
      id: "sprint-6",
      name: "Sprint 6",
      start: "2026-03-15T23:00:00Z",
      end: "2026-03-29T22:00:00Z",
    });
    for (const id of ["ready-depth", "order-churn", "refinement-effort"]) {
      expect(
        report.metrics[id]!.series.map(({ sprint }) => sprint),
        id,
      ).toEqual(report.sprints.map(({ id }) => id));
    }
  });

  test("tells the team, the rule in words, the annotations and the last observation", () => {
    const ready = readyWhen({
      checks: ["status", "labels", "description", "maxSize", "notBlocked", "estimate", "acceptanceCriteria"],
      status: ["Ready", "Planned"],
      labels: ["ok"],
      descriptionMin: 40,
      maxSize: 8,
    });
    const annotations = [{ on: "2026-02-02", text: "New product", newBaseline: true }];
    const report = reportOf({
      team: teamConfig({ ready, annotations }),
      observations: [seen("2026-03-15T08:00:00Z", { items: titled })],
      asOf: NOW,
    });
    expect(report).toMatchObject({
      asOf: NOW,
      dataAsOf: "2026-03-15T08:00:00Z",
      team: { id: "checkout", name: "Checkout", timezone: "UTC", unit: "points" },
      annotations: [{ on: "2026-02-02", text: "New product" }],
    });
    expect(report.rule.map(({ check, text }) => `${check}: ${text}`)).toMatchInlineSnapshot(`
      [
        "status: its status is “Ready” or “Planned”",
        "labels: it has the label “ok”",
        "description: its description has at least 40 characters",
        "maxSize: its estimate is at most 8",
        "notBlocked: nothing blocks it",
        "estimate: it has an estimate",
        "acceptanceCriteria: it has acceptance criteria",
      ]
    `);
  });

  test("tells the default rule, without the description where that is not known", () => {
    const rule = (without: "described"[]) =>
      reportOf({
        team: teamConfig({ ready: null }),
        observations: [seen(NOW, { items: titled, without })],
        asOf: NOW,
      }).rule.map(({ check }) => check);
    expect([rule([]), rule(["described"])]).toEqual([["estimate", "description"], ["estimate"]]);
  });

  test("has an agenda of nothing where the depth is there, and none where the worklist does not reach", () => {
    const agenda = (items: typeof DONE) =>
      reportOf({ observations: [seen(NOW, { items: { ...DONE, ...items } })], asOf: NOW }).agenda;
    expect(agenda({ A: ready(40), B: unready(3) })).toEqual({ ids: [], depth: 2, minutes: null });
    expect(agenda({ A: ready(10), B: unready(3) })).toBeNull();
    expect(agenda({ A: ready(10), B: unready(30), C: unready(5) })).toMatchObject({ ids: ["B"], depth: 2 });
  });

  test("gives the age of what is on the worklist in days with their fraction", () => {
    const items = {
      ...DONE,
      A: unready(3, { createdAt: "2026-03-15T00:00:00Z" }),
      B: unready(null, { createdAt: null }),
    };
    const { worklist } = reportOf({ observations: [seen(NOW, { items })], asOf: NOW });
    expect(worklist.map(({ id, ageDays, size }) => [id, ageDays, size])).toEqual([
      ["A", 1.5, 3],
      ["B", null, null],
    ]);
  });

  test("counts in an observation items open and closed, those in the Product Backlog and those with a place", () => {
    const items = {
      ...titled,
      C: ready(1),
      D: ready(1, { category: "doing", status: "Doing" }),
      E: facts({ type: "Epic" }),
      F: finished("2026-03-09", 1),
    };
    const { observations } = reportOf({
      observations: [seen(NOW, { items, order: ["A", "B", "D", "F"] })],
      asOf: NOW,
    });
    expect(observations).toMatchObject([
      { rows: 11, items: 10, backlog: 3, ordered: 2, survivors: null, moves: null },
    ]);
  });
});
