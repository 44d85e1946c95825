import { describe, expect, test } from "vitest";
import { type Baseline, defineMetric, type Metric } from "../../src/metrics/define.ts";
import { measureMetric } from "../../src/metrics/measure.ts";
import { backlogOf, facts, optionsOf, seen, type TeamInput } from "../support/team-builder.ts";

// Nine fortnights have begun on 5 January and after; the ninth, from 27 April, is running.
const NOW = "2026-05-01T12:00:00Z";
const given: TeamInput = { observations: [seen(NOW, { items: { A: facts() } })], asOf: NOW };
const VALUES = [90, 10, 12, 10, 12, 10, 12, 10, 99];

const probe = (process: Metric["process"]): Metric =>
  defineMetric({
    id: "probe",
    title: "Probe",
    unit: "items",
    question: "Does it stand?",
    needs: [],
    chart: "line",
    columns: [],
    band: () => null,
    process,
    measure: (backlog) => ({
      state: "ok",
      reason: null,
      value: 1,
      interval: null,
      series: VALUES.map((value, index) => ({
        sprint: backlog.sprints[index]!.id,
        at: backlog.sprints[index]!.start,
        value,
        basis: "observed",
        running: index === VALUES.length - 1,
        more: {},
      })),
      inputs: {},
      extra: {},
      explain: [],
    }),
  });

const limits = (process: Metric["process"], baseline: Baseline | null = null) => {
  const backlog = backlogOf(given);
  return measureMetric(probe(process), backlog, { ...optionsOf(backlog, given), baseline });
};
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const mean = (...values: number[]): number => values.reduce((a, b) => a + b) / values.length;
const AT_END = { minimum: 0, wholeAtStart: false };

describe("natural limits of a metric", () => {
  test("are none where its points say nothing about a process", () => {
    expect(limits(null)).toMatchObject({ limits: null, signals: [] });
  });

  test("leave out the running sprint", () => {
    expect(limits(AT_END).limits!.centre).toBeCloseTo(mean(90, 10, 12, 10, 12, 10, 12, 10), 9);
    expect(limits(AT_END).signals.map(({ sprint }) => sprint)).not.toContain("sprint-9");
  });

  test("hold the running sprint of a metric whose point is whole at the start", () => {
    const whole = limits({ minimum: 0, wholeAtStart: true });
    expect(whole.limits!.centre).toBeCloseTo(mean(...VALUES), 9);
  });

  test("are raised to the least value that the metric can take", () => {
    expect(limits(AT_END).limits).toMatchObject({ lower: 0, clamped: true });
    expect(limits({ ...AT_END, minimum: Number.NEGATIVE_INFINITY }).limits).toMatchObject({ clamped: false });
  });

  test("begin with the sprint that begins with the baseline; what was before is not judged", () => {
    const from = { from: day("2026-01-19"), to: Number.POSITIVE_INFINITY };
    expect(limits(AT_END, from).limits!.centre).toBeCloseTo(mean(10, 12, 10, 12, 10, 12, 10), 9);
    expect(limits(AT_END, from).signals).toEqual([]);
    const later = { ...from, from: day("2026-01-20") };
    expect(limits(AT_END, later).limits!.centre).toBeCloseTo(mean(12, 10, 12, 10, 12, 10), 9);
  });

  test("end with a frozen baseline, whose end is the start of the first sprint outside it", () => {
    const frozen = { from: day("2026-01-19"), to: day("2026-04-13") };
    expect(limits(AT_END, frozen).limits!.centre).toBeCloseTo(mean(10, 12, 10, 12, 10, 12), 9);
    const longer = { ...frozen, to: frozen.to + 1 };
    expect(limits(AT_END, longer).limits!.centre).toBeCloseTo(mean(10, 12, 10, 12, 10, 12, 10), 9);
  });

  test("judge what comes after a frozen baseline", () => {
    const frozen = { from: day("2026-01-19"), to: day("2026-04-13") };
    const { signals } = limits({ minimum: 0, wholeAtStart: true }, frozen);
    expect(signals).toEqual([{ sprint: "sprint-9", rule: "outside" }]);
  });
});

test("only errors are a metric's fault: anything else that is thrown is not caught", () => {
  const backlog = backlogOf(given);
  const throwing: Metric = {
    ...probe(null),
    measure: () => {
      throw { odd: true };
    },
  };
  expect(() => measureMetric(throwing, backlog, optionsOf(backlog, given))).toThrow();
});
