/** Why ready depth changed, in the order in which a page tells it: what adds to it first. */
export const BRIDGE_TERMS = [
  "became",
  "returned",
  "reestimated",
  "fell",
  "pulled",
  "closed",
  "velocity",
] as const;
export type BridgeTerm = (typeof BRIDGE_TERMS)[number];

const WORDS: Record<Exclude<BridgeTerm, "velocity">, string> = {
  became: "became ready",
  returned: "came back from a sprint",
  reestimated: "re-estimated",
  fell: "fell out of ready",
  pulled: "pulled into sprints",
  closed: "finished or dropped",
};

/** A term as a reader says it. A lower velocity makes the same ready work last longer. */
export const bridgeWords = (term: BridgeTerm, change: number): string =>
  term === "velocity" ? (change > 0 ? "velocity fell" : "velocity rose") : WORDS[term];
