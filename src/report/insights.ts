import { BRIDGE_TERMS, bridgeWords } from "../lib/bridge-words.ts";
import { toIso } from "../lib/dates.ts";
import { plural, shown } from "../lib/words.ts";
import type { Measured, Point } from "../metrics/define.ts";
import type { SignalRule } from "../metrics/parts/xmr.ts";
import type { Report } from "./schema.ts";

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

type Bridge = Report["metrics"]["ready-depth"]["bridge"][number];

/** Terms that a sentence names, the largest first, and how large one must be to be worth a word. */
const TERMS_SAID = 3;
const WORTH_SAYING = 0.05;

/** What moved the depth since the start of the running sprint, the largest part first. */
const bridgeSentence = (bridge: Bridge, name: string): string | null => {
  const parts = BRIDGE_TERMS.map((term) => [term, bridge.terms[term]] as const)
    .filter(([, value]) => Math.abs(value) >= WORTH_SAYING)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, TERMS_SAID)
    .map(([term, value]) => `${value > 0 ? "+" : "−"}${shown(Math.abs(value))} ${bridgeWords(term, value)}`);
  return parts.length === 0 ? null : `Since the start of ${name}, in sprints of work: ${parts.join(", ")}.`;
};

const SIGNALS: Record<SignalRule, string> = {
  outside: "lies outside the usual limits",
  eight: "is at least the eighth sprint in a row on one side of the mean",
  "three-of-four": "is the third of four sprints close to a limit",
};

/** Sentences chosen by rule from the numbers, most important first. Each cites a figure on the page; none blames. */
export const findInsights = (options: {
  results: ReadonlyMap<string, Measured>;
  /** Of the sprints, by id. */
  names: ReadonlyMap<string, string>;
  /** Of the metrics, by id. */
  titles: ReadonlyMap<string, string>;
}): Insight[] => {
  const { results, names, titles } = options;
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
  const bridge = (depth?.extra.bridge as Bridge[] | undefined)?.at(-1);
  const begun = bridge && depth?.series.find((point) => toIso(point.at) === bridge.from);
  const sentence = bridge && begun ? bridgeSentence(bridge, names.get(begun.sprint)!) : null;
  if (sentence !== null) say("ready-depth", sentence);
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
  for (const [id, { series, signals }] of results) {
    // An old signal was news once; what a retrospective asks about is the last sprint that ended.
    const last = series.findLast((point) => !point.running && point.value !== null)?.sprint;
    const signal = signals.find(({ sprint }) => sprint === last);
    if (signal)
      say(
        id,
        `${titles.get(id)} in ${names.get(signal.sprint)} ${SIGNALS[signal.rule]}: that is more than chance.`,
      );
  }
  return insights;
};
