import { plural, shown } from "../../lib/words.ts";
import type { Spread } from "../../metrics/parts/spread.ts";
import { inputOf, lastEnded, type Rule } from "./context.ts";

/** Share of the Product Backlog from which what nobody touched is worth a word. */
const UNTOUCHED_WORTH = 0.2;
/** Percent of the estimates from which their change is worth a word. */
const CHURN_WORTH = 20;

/** Ready work that has waited for long. */
export const goneStale: Rule = (findings) => {
  const stale = inputOf(findings, "ready-age", "staleItems");
  const items = inputOf(findings, "ready-age", "items");
  if (!stale || items === null) return null;
  return {
    metric: "ready-age",
    text: `${shown(stale)} of ${plural(items, "ready item")} ${stale === 1 ? "has" : "have"} been ready for longer than 3 sprints: worth a look before planning.`,
  };
};

/** Items that nobody has looked at for a quarter. */
export const leftAlone: Rule = (findings) => {
  const untouched = inputOf(findings, "item-age", "untouchedItems");
  const items = inputOf(findings, "item-age", "items");
  if (!untouched || items === null || untouched / items < UNTOUCHED_WORTH) return null;
  return {
    metric: "item-age",
    text: `${shown(untouched)} of ${plural(items, "item")} in the Product Backlog ${untouched === 1 ? "has" : "have"} not changed for 90 days.`,
  };
};

/** How much of the depth is a guess. */
export const imputedSizes: Rule = (findings) => {
  const imputed = inputOf(findings, "ready-depth", "imputedItems");
  const ready = inputOf(findings, "ready-depth", "readyItems");
  if (!imputed || ready === null) return null;
  return {
    metric: "ready-depth",
    text: `${shown(imputed)} of ${plural(ready, "ready item")} ${imputed === 1 ? "has no estimate and counts" : "have no estimate and count"} as the median of finished items.`,
  };
};

/** Estimates that did not hold. */
export const estimatedAgain: Rule = (findings) => {
  const last = lastEnded(findings, "estimate-churn");
  if (last === null || last.point.value < CHURN_WORTH) return null;
  const { changed, estimated } = last.point.more;
  return {
    metric: "estimate-churn",
    text: `${plural(changed!, "item")} got another estimate in ${findings.names.get(last.point.sprint)}; ${shown(estimated!)} had one at its start.`,
  };
};

/** Two neighbouring estimates of which the larger took no longer. */
export const estimatesAlike: Rule = ({ results }) => {
  const spreads = (results.get("estimate-spread")?.extra.byEstimate as Spread[] | undefined) ?? [];
  const known = spreads.filter(({ median }) => median !== null);
  const index = known.findIndex((one, place) => place > 0 && one.median! <= known[place - 1]!.median!);
  const [small, large] = [known[index - 1], known[index]];
  if (!small || !large) return null;
  return {
    metric: "estimate-spread",
    text: `Items estimated at ${shown(large.estimate)} took ${shown(large.median, 0)} days from creation to finish in the middle, items at ${shown(small.estimate)} took ${shown(small.median, 0)}: these estimates do not tell small from large.`,
  };
};
