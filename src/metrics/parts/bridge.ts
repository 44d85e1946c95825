import { type Backlog, begunSprints } from "../../history/backlog.ts";
import type { Span } from "../../history/spans.ts";
import type { BridgeTerm } from "../../lib/bridge-words.ts";
import { readyTest } from "../../model/ready.ts";
import { sprintOfClosing } from "./carried-over.ts";
import { type Depth, depthAt } from "./depth.ts";
import type { Sizing } from "./sizing.ts";

/** Why depth went from `d0` to `d1`, in sprints; the terms add up to the difference exactly. */
export type Bridge = { from: number; to: number; d0: number; d1: number; terms: Record<BridgeTerm, number> };

/** An instant at which depth is measured; at a sprint's start before its planning. */
type Moment = { t: number; beforePlanning: boolean };

type Look = { moment: Moment; depth: Depth; sizes: ReadonlyMap<string, number> };

const look = (backlog: Backlog, sizing: Sizing, moment: Moment): Look => {
  const depth = depthAt(backlog, sizing, moment);
  const sizes = new Map<string, number>();
  for (const { id, size } of depth.ready) sizes.set(id, size ?? 0);
  return { moment, depth, sizes };
};

type IsReady = (span: Span) => boolean;

/** Whether an item is ready in the Product Backlog during a span, by the rule at t. */
const readyAt = (backlog: Backlog, t: number): IsReady => {
  const passes = readyTest(backlog.ruleAt(t).rule);
  return ({ stage, facts }) => stage === "product-backlog" && facts !== null && passes(facts);
};

type Between = { from: number; to: number; isReady: IsReady };

/** Why an item that was ready at the first instant is not at the second: by how its last ready spell ended. */
const howLost = (backlog: Backlog, id: string, { from, to, isReady }: Between): BridgeTerm => {
  const spans = backlog.items.get(id)!.spans.filter((span) => span.to > from && span.from <= to);
  const last = spans.findLastIndex(isReady);
  // Without a ready spell after the first instant it was planned at that very instant, and its own span tells.
  const next = spans[last + 1] ?? spans.at(-1)!;
  if (next.stage === "product-backlog") return "fell";
  if (next.stage === "sprint-backlog") return "pulled";
  // Planned and finished between two looks: the sprint is known from the look that showed it closed.
  const sprint = sprintOfClosing(spans, spans.indexOf(next), ({ facts }) =>
    backlog.assignedSprint(facts?.sprint ?? null),
  );
  return sprint !== null && sprint.start <= next.from ? "pulled" : "closed";
};

/** Why an item that was not ready at the first instant is at the second: by what came before its ready spell. */
const howWon = (backlog: Backlog, id: string, { to, isReady }: Between): BridgeTerm => {
  const { spans } = backlog.items.get(id)!;
  const before = spans.findLast((span) => span.from < to && !isReady(span));
  return before === undefined || before.stage === "product-backlog" || before.stage === "ignored"
    ? "became"
    : "returned";
};

const bridgeBetween = (backlog: Backlog, a: Look, b: Look): Bridge | null => {
  const [v0, v1] = [a.depth.velocity.value, b.depth.velocity.value];
  const [d0, d1, r1] = [a.depth.value, b.depth.value, b.depth.readySize];
  if (v0 === null || v1 === null || d0 === null || d1 === null || r1 === null) return null;
  const sizes: Record<BridgeTerm, number> = {
    became: 0,
    returned: 0,
    fell: 0,
    pulled: 0,
    closed: 0,
    reestimated: 0,
    velocity: 0,
  };
  const [from, to] = [a.moment.t, b.moment.t];
  const between: Between = { from, to, isReady: readyAt(backlog, to) };
  for (const [id, s0] of a.sizes) {
    const s1 = b.sizes.get(id);
    const term = s1 === undefined ? howLost(backlog, id, between) : "reestimated";
    sizes[term] += (s1 ?? 0) - s0;
  }
  for (const [id, s1] of b.sizes) if (!a.sizes.has(id)) sizes[howWon(backlog, id, between)] += s1;
  const terms = Object.fromEntries(
    Object.entries(sizes).map(([term, size]) => [term, size / v0]),
  ) as Bridge["terms"];
  terms.velocity = r1 * (1 / v1 - 1 / v0);
  return { from, to, d0, d1, terms };
};

/**
 * The depth bridge (metrics.md §2): from the start of each begun sprint to the next, and from the last to as-of.
 * Each item's whole change is booked once; a last term says what a changed velocity did. Pairs of which either depth
 * is unknown have no bridge.
 */
export const depthBridges = (backlog: Backlog, sizing: Sizing, isKnown: (t: number) => boolean): Bridge[] => {
  const starts = begunSprints(backlog).map(({ start }): Moment => ({ t: start, beforePlanning: true }));
  const moments = [...starts, { t: backlog.asOf, beforePlanning: false }];
  const looks = moments.map((moment, index) =>
    index === moments.length - 1 || isKnown(moment.t) ? look(backlog, sizing, moment) : null,
  );
  return looks.slice(1).flatMap((b, index) => {
    const a = looks[index];
    return (a && b && bridgeBetween(backlog, a, b)) ?? [];
  });
};
