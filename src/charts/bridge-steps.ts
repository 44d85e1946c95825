import { BRIDGE_TERMS, bridgeWords } from "../lib/bridge-words.ts";
import type { Report } from "../report/schema.ts";

type Bridge = Report["metrics"]["ready-depth"]["bridge"][number];

/** One row of the waterfall: from where to where, in sprints. */
interface BridgeStep {
  label: string;
  from: number;
  to: number;
  kind: "level" | "up" | "down";
}

export interface BridgeSpan {
  /** Instants between which the steps lead. */
  from: string;
  to: string;
  steps: BridgeStep[];
}

/** Sprints that the page looks back over: far enough for a story, near enough to remember. */
const LOOK_BACK = 3;
/** A smaller change is nothing that a reader could see. */
const SMALLEST = 0.005;

/** Bridges that follow each other as one waterfall between two words for its ends. */
export const bridgeOf = (chain: readonly Bridge[], ends: { from: string; to: string }): BridgeSpan | null => {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return null;
  const steps: BridgeStep[] = [{ label: ends.from, from: 0, to: first.d0, kind: "level" }];
  let level = first.d0;
  for (const term of BRIDGE_TERMS) {
    const change = chain.reduce((total, bridge) => total + bridge.terms[term], 0);
    if (Math.abs(change) < SMALLEST) continue;
    steps.push({
      label: bridgeWords(term, change),
      from: level,
      to: level + change,
      kind: change > 0 ? "up" : "down",
    });
    level += change;
  }
  steps.push({ label: ends.to, from: 0, to: last.d1, kind: "level" });
  return { from: first.from, to: last.to, steps };
};

/** The latest bridges that follow each other without a gap, as one: their terms add up just as well. */
export const bridgeSpan = (bridges: readonly Bridge[]): BridgeSpan | null => {
  const last = bridges.at(-1);
  if (last === undefined) return null;
  const chain = [last];
  for (const bridge of bridges.slice(0, -1).toReversed()) {
    if (chain.length === LOOK_BACK || bridge.to !== chain[0]?.from) break;
    chain.unshift(bridge);
  }
  return bridgeOf(chain, { from: "ready depth then", to: "ready depth now" });
};
