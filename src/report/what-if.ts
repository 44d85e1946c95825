import { type Backlog, begunSprints } from "../history/backlog.ts";
import { toIso } from "../lib/dates.ts";
import type { Capacity, Measured } from "../metrics/define.ts";
import { depthAt, sizedOrder } from "../metrics/parts/depth.ts";
import { sprintsAhead } from "../metrics/parts/runs-dry.ts";
import type { Sizing } from "../metrics/parts/sizing.ts";
import type { WhatIf } from "./schema-what-if.ts";

/** As many as a team may take its velocity from. */
const SPRINTS_BACK = 26;
/** Two years and more of two weeks each: what would last longer is said to last longer. */
const SPRINTS_AHEAD = 60;

export type WhatIfInput = {
  backlog: Backlog;
  sizing: Sizing;
  velocitySprints: number;
  capacity: Capacity | null;
  results: ReadonlyMap<string, Measured>;
  /** Logged minutes of refinement that an item takes to become ready; `null` when not known. */
  pace: number | null;
};

const itemsOf = ({ backlog, sizing }: WhatIfInput): Pick<WhatIf, "items" | "ordered"> => {
  const t = backlog.asOf;
  const depth = depthAt(backlog, sizing, { t, beforePlanning: false });
  const order = sizedOrder(backlog, depth, t);
  const placed = new Set(order?.map(({ id }) => id));
  const others = depth.items.filter(({ id }) => !placed.has(id));
  return {
    items: [...(order ?? []), ...others].map(({ id, estimate, size, imputed, failed }) => ({
      id,
      size,
      imputed,
      estimate,
      failed: [...failed],
    })),
    ordered: order?.length ?? null,
  };
};

const aheadOf = (backlog: Backlog): WhatIf["ahead"] => {
  const ahead = sprintsAhead(backlog);
  if (ahead === null) return null;
  const names = new Map(backlog.sprints.map(({ start, name }) => [start, name]));
  const sprints: NonNullable<WhatIf["ahead"]>["sprints"] = [];
  for (let after = ahead.from; sprints.length < SPRINTS_AHEAD; ) {
    const sprint = ahead.sprintAt(sprints.length, after);
    if (sprint === null) break;
    const { start, end } = sprint;
    sprints.push({ name: names.get(start) ?? null, start: toIso(start), end: toIso(end) });
    after = end;
  }
  return { from: toIso(ahead.from), sprints };
};

const capacityOf = ({ backlog, capacity, results }: WhatIfInput): WhatIf["capacity"] => {
  const sprint = begunSprints(backlog).findLast(({ end }) => end <= backlog.asOf);
  const point = results.get("refinement-effort")?.series.find((one) => one.sprint === sprint?.id);
  if (!sprint || !point) return null;
  const { hours = null, capacity: whole = null } = point.more;
  return { sprint: sprint.id, people: capacity?.people ?? null, hours, capacity: whole };
};

/** What the what-if page computes from; `null` where it is not known what is ready. */
export const whatIfOf = (input: WhatIfInput): WhatIf | null => {
  const { backlog, sizing, velocitySprints, pace } = input;
  if (!backlog.isKnown || backlog.ruleAt(backlog.asOf).unknown !== null) return null;
  return {
    ...itemsOf(input),
    maxSize: backlog.ruleAt(backlog.asOf).rule.maxSize,
    velocity: {
      sprints: velocitySprints,
      finished: sizing.windowAt(backlog.asOf, SPRINTS_BACK).map((sprint) => ({
        sprint: sprint.id,
        estimates: sizing.finishesIn(sprint).map(({ estimate }) => estimate),
      })),
    },
    ahead: aheadOf(backlog),
    capacity: capacityOf(input),
    minutesPerItem: pace,
  };
};
