import { describeBand, formatAmount, formatNumber } from "../../charts/numbers.ts";
import type { Report, ReportMetric } from "../../report/schema.ts";

/** Something that a subscriber wants to know once. */
export interface FeedEvent {
  /** The same event has the same id in every build, whatever the site's address. */
  id: string;
  at: string;
  team: string;
  metric: string;
  title: string;
  text: string;
}

type Side = "below" | "within" | "above";

const RULES: Record<ReportMetric["signals"][number]["rule"], string> = {
  outside: "lies outside the limits",
  eight: "is the eighth or a later one in a row on one side of the mean",
  "three-of-four": "is the third of four that lie nearer a limit than the mean",
};

const sideOf = (value: number, [lower, upper]: NonNullable<ReportMetric["band"]>): Side => {
  if (lower !== null && value < lower) return "below";
  return upper !== null && value > upper ? "above" : "within";
};

/** Ready depth leaves its band or comes back; a first known value is no news, and a gap keeps what was known. */
const bandEvents = (report: Report, names: ReadonlyMap<string, string>): FeedEvent[] => {
  const metric = report.metrics["ready-depth"];
  const { band } = metric;
  const wanted = describeBand(band);
  if (band === null || wanted === null) return [];
  let before: Side | null = null;
  return metric.series.flatMap(({ sprint, at, value }): FeedEvent[] => {
    if (value === null) return [];
    const side = sideOf(value, band);
    const known = before;
    before = side;
    if (known === null || known === side) return [];
    const moved = side === "within" ? "is back in its band" : `is ${side} its band`;
    return [
      {
        id: `${report.team.id}:${sprint}:band:${side}`,
        at,
        team: report.team.id,
        metric: "ready-depth",
        title: `${report.team.name}: ready depth ${moved}`,
        text: `${formatNumber(value)} sprints were ready before the planning of ${names.get(sprint) ?? sprint}. The band is ${wanted}.`,
      },
    ];
  });
};

const signalEvents = (report: Report, names: ReadonlyMap<string, string>): FeedEvent[] =>
  Object.entries(report.metrics).flatMap(([id, metric]) => {
    const points = new Map(metric.series.map((point) => [point.sprint, point]));
    return metric.signals.flatMap(({ sprint, rule }): FeedEvent[] => {
      const point = points.get(sprint);
      // What is provisional may be no signal tomorrow.
      if (point === undefined || point.value === null || point.running) return [];
      const name = names.get(sprint) ?? sprint;
      return [
        {
          id: `${report.team.id}:${sprint}:signal:${id}`,
          at: point.at,
          team: report.team.id,
          metric: id,
          title: `${report.team.name}: signal in ${metric.title.toLowerCase()}, ${name}`,
          text: `${formatAmount(point.value, metric.unit)} in ${name} ${RULES[rule]}: more than the usual ups and downs.`,
        },
      ];
    });
  });

/** What happened to every team, newest first. */
export const feedEvents = (reports: readonly Report[], most: number): FeedEvent[] =>
  reports
    .flatMap((report) => {
      const names = new Map(report.sprints.map(({ id, name }) => [id, name]));
      return [...bandEvents(report, names), ...signalEvents(report, names)];
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? -1 : 1))
    .slice(0, most);
