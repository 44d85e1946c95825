import { toIso } from "../../../src/lib/dates.ts";
import type { Report, ReportMetric, ReportPoint } from "../../../src/report/schema.ts";

const SPRINT = 14 * 86_400_000;

type Metrics = Report["metrics"];

/** Element by element round and round: a long history that looks like the short one. */
const cycle = <T>(values: readonly T[], index: number): T => values[index % values.length]!;

const sprintsOf = (report: Report, count: number): Report["sprints"] => {
  const last = Date.parse(report.sprints.at(-1)!.start);
  return Array.from({ length: count }, (_, index) => {
    const start = last - (count - 1 - index) * SPRINT;
    return {
      id: `sprint-${index + 1}`,
      name: `Sprint ${index + 1}`,
      start: toIso(start),
      end: toIso(start + SPRINT),
    };
  });
};

const seriesOf = (metric: ReportMetric, sprints: Report["sprints"]): ReportPoint[] =>
  metric.series.length === 0
    ? []
    : sprints.map(({ id, end }, index) => {
        const isLast = index === sprints.length - 1;
        const point = isLast ? metric.series.at(-1)! : cycle(metric.series.slice(0, -1), index);
        return { ...point, sprint: id, at: end };
      });

const stretched = <M extends ReportMetric>(metric: M, sprints: Report["sprints"]): M => ({
  ...metric,
  series: seriesOf(metric, sprints),
  signals: metric.signals.map((signal, index) => ({ ...signal, sprint: sprints.at(-3 - index)!.id })),
});

/** A report as if its team had worked so for many sprints, under another name. */
export const longReport = (report: Report, { team, count }: { team: number; count: number }): Report => {
  const sprints = sprintsOf(report, count);
  const each = Object.entries(report.metrics).map(([id, metric]) => [
    id,
    stretched(metric as ReportMetric, sprints),
  ]);
  const metrics = Object.fromEntries(each) as Metrics;
  const depth = metrics["ready-depth"];
  const churn = metrics["order-churn"];
  const effort = metrics["refinement-effort"];
  const flow = metrics["backlog-flow"];
  const bySprint = <T extends object>(values: readonly T[]): T[] =>
    values.length === 0 ? [] : sprints.map(({ id }, index) => ({ ...cycle(values, index), sprint: id }));
  return {
    ...report,
    team: { ...report.team, id: `team-${team}`, name: `Team ${team}` },
    sprints,
    metrics: {
      ...metrics,
      "ready-depth": {
        ...depth,
        bridge: sprints.map(({ start, end }, index) => ({
          ...cycle(depth.bridge, index),
          from: start,
          to: end,
        })),
      },
      "order-churn": { ...churn, moversBySprint: bySprint(churn.moversBySprint) },
      "refinement-effort": { ...effort, effortDepth: bySprint(effort.effortDepth) },
      ...(flow === undefined ? {} : { "backlog-flow": { ...flow, items: bySprint(flow.items) } }),
    },
    questions: sprints.flatMap(({ id }, index) => [
      { ...cycle(report.questions, index), sprint: id },
      { ...cycle(report.questions, index + 1), sprint: id },
    ]),
    observations: sprints.flatMap(({ end }, index) => [
      { ...cycle(report.observations, index), at: end },
      { ...cycle(report.observations, index + 1), at: end },
    ]),
  };
};
