import { describe, expect, test } from "vitest";
import { defineMetric, type Metric } from "../../src/metrics/define.ts";
import { measureMetric } from "../../src/metrics/measure.ts";
import type { Field } from "../../src/model/facts.ts";
import {
  backlogOf,
  finishing,
  measured,
  optionsOf,
  ready,
  readyWhen,
  seen,
  type TeamInput,
  teamConfig,
} from "../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const items = { ...finishing([18, 22, 20, 16, 24]), A: ready(5) };
const input = (without: Field[], overrides: Parameters<typeof teamConfig>[0] = {}): TeamInput => ({
  team: teamConfig(overrides),
  observations: [seen(NOW, { items, without, order: without.length === 0 ? null : ["A"] })],
  asOf: NOW,
});

const probe = (overrides: Partial<Metric>): Metric =>
  defineMetric({
    id: "probe",
    title: "Probe",
    unit: "items",
    question: "Does it stand?",
    needs: [],
    chart: "line",
    columns: [],
    band: () => null,
    process: null,
    measure: () => {
      throw new RangeError("a window that fell out");
    },
    ...overrides,
  });
const run = (metric: Metric, given: TeamInput) => {
  const backlog = backlogOf(given);
  return measureMetric(metric, backlog, optionsOf(backlog, given));
};
const empty = { value: null, interval: null, series: [] };

describe("a metric that the source cannot answer", () => {
  test("names the order where no observation shows one", () => {
    const reason = "the source does not tell the order (rank) (field: order)";
    for (const id of ["order-churn", "readiness"]) {
      expect(measured(id, input([])), id).toMatchObject({ state: "not-applicable", reason, ...empty });
    }
  });

  test("names the field of a check that cannot be made", () => {
    const rule = readyWhen({ checks: ["status", "acceptanceCriteria"], status: ["Ready"] });
    for (const id of ["ready-depth", "readiness"]) {
      expect(measured(id, input(["acceptanceCriteria", "described"], { ready: rule })), id).toMatchObject({
        state: "not-applicable",
        reason: "the source does not tell acceptance criteria (field: acceptanceCriteria)",
        ...empty,
      });
    }
  });

  test.each([
    ["labels", readyWhen({ checks: ["labels"], labels: ["ready"] }), "labels (field: labels)"],
    ["described", readyWhen({ checks: ["description"] }), "the description (field: described)"],
    ["blocked", readyWhen({ checks: ["notBlocked"] }), "whether an item is blocked (field: blocked)"],
    ["estimate", readyWhen({ checks: ["maxSize"], maxSize: 8 }), "estimates (field: estimate)"],
    ["status", readyWhen({ checks: ["status"], status: ["Ready"] }), "the status (field: status)"],
  ] as const)("names %s", (field, rule, words) => {
    expect(measured("ready-depth", input([field], { ready: rule })).reason).toBe(
      `the source does not tell ${words}`,
    );
  });

  test("is not applicable before it lacks data", () => {
    const rule = readyWhen({ checks: ["acceptanceCriteria"] });
    const observations = [
      seen("2026-01-06T12:00:00Z", { items: { A: ready(5) }, without: ["acceptanceCriteria"] }),
    ];
    const team = teamConfig({ ready: rule });
    expect(measured("ready-depth", { team, observations, asOf: "2026-01-07T12:00:00Z" }).state).toBe(
      "not-applicable",
    );
  });

  test("can be answered once any observation has the field", () => {
    const rule = readyWhen({ checks: ["labels"], labels: ["ready"] });
    const observations = [
      seen("2026-03-10T12:00:00Z", { items: { ...items, A: ready(5, { labels: ["ready"] }) } }),
      seen(NOW, { items, without: ["labels"] }),
    ];
    const result = measured("ready-depth", { team: teamConfig({ ready: rule }), observations, asOf: NOW });
    expect(result).toMatchObject({ state: "ok", inputs: { readyItems: 1 } });
  });

  test("is measured where only descriptions are missing and no rule is configured", () => {
    expect(measured("ready-depth", input(["described"], { ready: null }))).toMatchObject({
      state: "ok",
      inputs: { readyItems: 1 },
    });
  });
});

describe("a metric that throws", () => {
  test("becomes an error result with its name and nothing in it", () => {
    expect(run(probe({}), input([]))).toEqual({
      state: "error",
      reason: "probe failed: a window that fell out",
      inputs: {},
      extra: {},
      explain: [],
      limits: null,
      signals: [],
      ...empty,
    });
  });

  test("is not even asked when a field is missing", () => {
    expect(run(probe({ needs: ["order"] }), input([])).state).toBe("not-applicable");
    expect(run(probe({ needs: ["parent"] }), input(["parent"]))).toMatchObject({
      reason: "the source does not tell parent (field: parent)",
    });
  });
});

test("no metric throws or is not applicable before the first observation", () => {
  const none: TeamInput = { observations: [], asOf: NOW };
  for (const id of ["ready-depth", "refinement-effort", "order-churn", "velocity", "readiness"]) {
    expect(measured(id, none), id).toMatchObject({ state: "insufficient-data", value: null });
  }
});
