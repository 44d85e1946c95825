import { shown } from "../../lib/words.ts";
import type { Measured } from "../../metrics/define.ts";
import type { Signal, SignalRule } from "../../metrics/parts/xmr.ts";
import { type Findings, type Insight, measure } from "./context.ts";

/** What a signal says of a value against its natural limits. */
const WORDS: Record<SignalRule, (value: number, limits: NonNullable<Measured["limits"]>) => string> = {
  outside: (_, { lower, upper }) => `outside its usual ${shown(lower)} to ${shown(upper)}`,
  eight: (value, { centre }) =>
    `at least the eighth sprint in a row ${value > centre ? "above" : "below"} its mean of ${shown(centre)}`,
  "three-of-four": (value, { centre, lower, upper }) =>
    `the third of four sprints near its ${value > centre ? `upper limit of ${shown(upper)}` : `lower limit of ${shown(lower)}`}`,
};

/** What a metric's signal says, with its value: `was 45 % in Sprint 13, outside its usual 3 to 30`. */
export const signalWords = (
  { metrics, names, unit }: Findings,
  { id, result, signal }: { id: string; result: Measured; signal: Signal },
): string => {
  const { value } = result.series.find(({ sprint }) => sprint === signal.sprint)!;
  const figure = measure(value!, metrics.get(id)!, unit);
  return `was ${figure} in ${names.get(signal.sprint)}, ${WORDS[signal.rule](value!, result.limits!)}`;
};

/** Signals of the newest points: an old one was news once. */
export const newSignals = (findings: Findings): Insight[] =>
  [...findings.results].flatMap(([id, result]) => {
    const known = result.series.filter(({ value }) => value !== null);
    const newest = new Set([known.at(-1)?.sprint, known.findLast(({ running }) => !running)?.sprint]);
    // Only a metric whose running sprint is whole at its start has a signal there.
    const signal = result.signals.toReversed().find(({ sprint }) => newest.has(sprint));
    if (signal === undefined) return [];
    const first = result.signals.find(({ sprint }) => sprint === signal.sprint)!;
    const { title } = findings.metrics.get(id)!;
    return [
      {
        metric: id,
        text: `${title} ${signalWords(findings, { id, result, signal: first })}: that is more than chance.`,
      },
    ];
  });
