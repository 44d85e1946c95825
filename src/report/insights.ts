import type { MetricResult, Point } from "../metrics/define.ts";
import type { Report } from "./schema.ts";
import { plural, shown } from "./words.ts";

type Insight = Report["insights"][number];

const lastTwo = (series: readonly Point[]): [Point, Point] | null => {
  const known = series.filter((point) => point.value !== null && !point.running);
  const [a, b] = known.slice(-2);
  return a && b ? [a, b] : null;
};

const change = (from: number, to: number): string => {
  const difference = Math.abs(to - from);
  return difference < 0.05
    ? `unchanged from ${shown(from)}`
    : `${to > from ? "up" : "down"} from ${shown(from)}`;
};

/** Sentences chosen by rule from the numbers, most important first. Each cites a figure on the page; none blames. */
export const findInsights = (options: {
  results: ReadonlyMap<string, MetricResult>;
  names: ReadonlyMap<string, string>;
}): Insight[] => {
  const { results, names } = options;
  const insights: Insight[] = [];
  const say = (metric: string, text: string): void => {
    insights.push({ metric, text });
  };

  const depth = results.get("ready-depth");
  const first = depth?.inputs.firstUnready;
  const fromTop = depth?.inputs.fromTop;
  if (typeof first === "string" && typeof fromTop === "number") {
    say(
      "ready-depth",
      `From the top of the backlog, ${shown(fromTop)} sprints are ready without a gap; ${first} is the first item that is not.`,
    );
  }
  const [imputed, ready] = [depth?.inputs.imputedItems, depth?.inputs.readyItems];
  if (typeof imputed === "number" && typeof ready === "number" && imputed > 0) {
    say(
      "ready-depth",
      `${plural(imputed, "ready item")} of ${shown(ready)} ${imputed === 1 ? "has no estimate and counts" : "have no estimate and count"} as the median of finished items.`,
    );
  }
  const effort = lastTwo(results.get("refinement-effort")?.series ?? []);
  if (effort) {
    const [before, now] = effort;
    say(
      "refinement-effort",
      `Refinement took ${shown(now.value!)} % of capacity in ${names.get(now.sprint)}, ${change(before.value!, now.value!)} %.`,
    );
  }
  const churn = results
    .get("order-churn")
    ?.series.findLast((point) => !point.running && point.value !== null);
  if (churn) {
    const { moves, thrash } = churn.more;
    const undone =
      typeof thrash === "number" && thrash > 0
        ? ` ${shown(thrash * 100, 0)} % of the rearranging was undone again.`
        : "";
    say(
      "order-churn",
      `${plural(moves!, "move")} rearranged the order in ${names.get(churn.sprint)}.${undone}`,
    );
  }
  return insights;
};
