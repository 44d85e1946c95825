import { plural, shown } from "../lib/words.ts";
import type { Point } from "../metrics/define.ts";
import { effortDepthOf, type Findings, sprintsOf } from "./insights/context.ts";
import { signalWords } from "./insights/signals.ts";
import type { Report } from "./schema.ts";

type Question = Report["questions"][number];

/** metrics.md §6: two or three. */
const FEWEST = 2;
const MOST = 3;
/** From here on a part of the rearranging that was undone, or a change of the plan, is worth a question. */
const THRASH_WORTH = 0.25;
const SCOPE_WORTH = 25;
const RATE_WORTH = 0.8;

/** What one sprint may be asked about. */
type Asking = Findings & { sprint: string; name: string; point: (metric: string) => Point | null };
type Asked = { metric: string; text: string };
type Ask = (asking: Asking) => Asked | null;

const signal: Ask = (asking) => {
  for (const [id, result] of asking.results) {
    const found = result.signals.find(({ sprint }) => sprint === asking.sprint);
    if (!found) continue;
    const words = signalWords(asking, { id, result, signal: found });
    return { metric: id, text: `${asking.metrics.get(id)!.title} ${words}. What was different?` };
  }
  return null;
};

const depth: Ask = (asking) => {
  const { sprint, name, band } = asking;
  const at = effortDepthOf(asking).find((point) => point.sprint === sprint)?.depth ?? null;
  if (at === null || (at >= band[0] && at <= band[1])) return null;
  const [place, question] =
    at < band[0]
      ? ["below", "What kept items from becoming ready?"]
      : ["above", "Which of it may have changed by the time it is planned?"];
  const text = `${name} ended with ${sprintsOf(at, band)} of ready work, ${place} the band. ${question}`;
  return { metric: "ready-depth", text };
};

const unreadyPulls: Ask = ({ point, name }) => {
  const { entered, unready } = point("unready-pulls")?.more ?? {};
  if (!entered || !unready) return null;
  const text = `${shown(unready)} of ${plural(entered, "item")} entered ${name} before ${unready === 1 ? "it was" : "they were"} ready. How did ${unready === 1 ? "it" : "they"} turn out?`;
  return { metric: "unready-pulls", text };
};

const fellOut: Ask = ({ point, name }) => {
  const count = point("backlog-flow")?.more.fellOut;
  if (!count) return null;
  const text = `${plural(count, "item")} fell out of ready in ${name}. What did we learn about ${count === 1 ? "it" : "them"}?`;
  return { metric: "backlog-flow", text };
};

const undone: Ask = ({ point, name }) => {
  const thrash = point("order-churn")?.more.thrash;
  if (!thrash || thrash < THRASH_WORTH) return null;
  const text = `${shown(thrash * 100, 0)} % of the rearranging in ${name} was undone again. What was still undecided?`;
  return { metric: "order-churn", text };
};

const scope: Ask = ({ point, name, sprint, planned }) => {
  const value = point("sprint-scope-change")?.value ?? null;
  if (value === null || value < SCOPE_WORTH || !planned.has(sprint)) return null;
  const text = `After its first day the Sprint Backlog of ${name} changed by ${shown(value, 0)} %. What came up that planning could not know?`;
  return { metric: "sprint-scope-change", text };
};

const effort: Ask = ({ point, name, guideline }) => {
  const value = point("refinement-effort")?.value ?? null;
  if (value === null || value <= guideline) return null;
  const text = `Refinement took ${shown(value)} % of capacity in ${name}. Which part of it helped most?`;
  return { metric: "refinement-effort", text };
};

const rate: Ask = ({ point, name }) => {
  const value = point("refinement-rate")?.value ?? null;
  if (value === null || value >= RATE_WORTH) return null;
  const what = value === 0 ? "Nothing" : `Work worth ${shown(value)} sprints`;
  const text = `${what} became ready in ${name}. What would help the next items along?`;
  return { metric: "refinement-rate", text };
};

/** Asked where the numbers ask for little. */
const prepared: Ask = ({ name }) => ({
  metric: "ready-depth",
  text: `Which item of ${name} was prepared best, and what made it so?`,
});
const learned: Ask = ({ name }) => ({
  metric: "ready-depth",
  text: `What did we learn in ${name} that the next items do not show yet?`,
});

const ASKS: readonly Ask[] = [signal, depth, unreadyPulls, fellOut, undone, scope, effort, rate];
const ALWAYS: readonly Ask[] = [prepared, learned];

/**
 * Two or three open questions for the retrospective of each ended sprint, chosen by rule from its numbers, at most one
 * about a metric. Sprints of which nothing is known have none.
 */
export const findQuestions = (findings: Findings): Question[] => {
  const points = new Map(
    [...findings.results].map(([id, { series }]) => [id, new Map(series.map((one) => [one.sprint, one]))]),
  );
  const ended = [...findings.names].filter(([sprint]) => {
    const own = [...points.values()].flatMap((series) => series.get(sprint) ?? []);
    return own.some(({ value, running }) => value !== null && !running);
  });
  return ended.flatMap(([sprint, name]) => {
    const point = (metric: string): Point | null => points.get(metric)?.get(sprint) ?? null;
    const asking: Asking = { ...findings, sprint, name, point };
    const asked = new Map<string, Asked>();
    for (const question of ASKS.flatMap((ask) => ask(asking) ?? [])) {
      if (asked.size < MOST && !asked.has(question.metric)) asked.set(question.metric, question);
    }
    const questions = [...asked.values()];
    const more = ALWAYS.flatMap((ask) => ask(asking) ?? []).slice(0, Math.max(0, FEWEST - questions.length));
    return [...questions, ...more].map((question) => ({ sprint, ...question }));
  });
};
