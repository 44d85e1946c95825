import { begunSprints } from "../history/backlog.ts";
import { orderWalk } from "../history/order/walk.ts";
import { compareKeys } from "../lib/text.ts";
import { plural, shown } from "../lib/words.ts";
import { defineMetric, type Point } from "./define.ts";
import { type Churn, churnOf, looksOf, windowAt } from "./parts/churn.ts";

const moversOf = (churn: Churn | null) =>
  [...(churn?.movers ?? [])]
    .map(([id, { times, distance }]) => ({ id, times, distance }))
    .sort((a, b) => b.times - a.times || b.distance - a.distance || compareKeys(a.id, b.id));

/** Movers of a past sprint that its page names; the counts are whole. */
const MOVERS_SAID = 10;

/** How much is the order being rearranged? `C(s) = Σ moves ÷ mean survivors × 100`: metrics.md §2. */
export const orderChurn = defineMetric({
  id: "order-churn",
  title: "Reorder churn",
  unit: "%",
  question: "How much is the order of the backlog being rearranged?",
  needs: ["order"],
  chart: "bar",
  columns: [
    { key: "moves", title: "Moves", unit: "moves" },
    { key: "netMoves", title: "Net moves", unit: "moves" },
    { key: "thrash", title: "Thrash", unit: "share" },
    { key: "survivors", title: "Survivors", unit: "items" },
    { key: "observations", title: "Observations", unit: "observations" },
    { key: "top", title: "Top churn", unit: "%" },
  ],
  process: { minimum: 0, wholeAtStart: false },
  band: () => null,
  blank: { inputs: {}, extra: { movers: [], moversBySprint: [] } },
  measure: (backlog, { sizing, band }) => {
    const shows = backlog.observations
      .map(({ run, at }, index) => ({ ordered: run.ordered, at, index }))
      .filter(({ ordered }) => ordered);
    const walk = orderWalk(backlog);
    const measured = begunSprints(backlog).map((sprint) => {
      const looks = looksOf(sprint, shows);
      if (looks.length < 2) return { sprint, count: looks.length, churn: null };
      const stretch = walk.stretch(
        looks.map(({ index }) => index),
        windowAt(sizing, band[1]),
      );
      return { sprint, count: looks.length, churn: churnOf(stretch) };
    });
    const series = measured.map(
      ({ sprint, count, churn }): Point => ({
        sprint: sprint.id,
        at: Math.min(sprint.end, backlog.asOf),
        value: churn?.value ?? null,
        basis: churn === null || churn.value === null ? "gap" : "observed",
        running: sprint.end > backlog.asOf,
        more: {
          moves: churn?.moves ?? null,
          netMoves: churn?.netMoves ?? null,
          thrash: churn?.thrash ?? null,
          survivors: churn?.survivors ?? null,
          observations: count,
          top: churn?.top ?? null,
          topMoves: churn?.topMoves ?? null,
          movers: churn?.movers.size ?? null,
        },
      }),
    );
    const last = measured.findLast(({ sprint }) => sprint.end <= backlog.asOf);
    const churn = last?.churn ?? null;
    const missing = !last
      ? "0 of 1 ended sprints"
      : churn === null
        ? `${last.count} of 2 observations of the order in ${last.sprint.name}`
        : churn.value === null
          ? `no item kept a place through ${last.sprint.name}`
          : null;
    return {
      state: missing === null ? "ok" : "insufficient-data",
      reason: missing,
      value: churn?.value ?? null,
      interval: null,
      series,
      inputs: {
        sprint: last?.sprint.id ?? null,
        moves: churn?.moves ?? null,
        survivors: churn?.survivors ?? null,
        observations: last?.count ?? null,
      },
      extra: {
        movers: moversOf(churn),
        moversBySprint: measured.map((one) => ({
          sprint: one.sprint.id,
          movers: moversOf(one.churn).slice(0, MOVERS_SAID),
        })),
      },
      explain:
        missing !== null
          ? []
          : [
              {
                title: last!.sprint.name,
                text: `${plural(churn!.moves, "move")} in ${plural(last!.count, "observation")} ÷ ${plural(churn!.survivors, "item")} that stayed = ${shown(churn!.value)} %.`,
              },
            ],
    };
  },
});
