import { type Backlog, begunSprints } from "../history/backlog.ts";
import { toIso } from "../lib/dates.ts";
import { untilEmpty } from "../lib/sprints-until-empty.ts";
import { sum } from "../lib/stats.ts";
import { readyFromTop, shelves, totalSize, windowOf } from "../lib/walk.ts";
import { plural, shown } from "../lib/words.ts";
import type { CheckName } from "../model/ready.ts";
import { defineMetric, type Explanation, type MetricOptions, type Point, without } from "./define.ts";
import { depthBridges } from "./parts/bridge.ts";
import { type Depth, depthAt, depthBasis, sizedOrder } from "./parts/depth.ts";
import { dayAfterSprints } from "./parts/runs-dry.ts";
import type { Sized } from "./parts/sized-items.ts";

/** How many sprints ahead refinement looks: "two to three sprints". */
const SHELVES = 3;

const series = (backlog: Backlog, options: MetricOptions): Point[] =>
  begunSprints(backlog).map((sprint) => {
    const t = sprint.start;
    const basis = depthBasis(backlog, options.sizing, t);
    const depth = basis !== "gap" ? depthAt(backlog, options.sizing, { t, beforePlanning: true }) : null;
    return {
      sprint: sprint.id,
      at: t,
      value: depth?.value ?? null,
      basis: depth === null || depth.value === null ? "gap" : basis,
      running: sprint.end > backlog.asOf,
      more: {
        readyItems: depth?.ready.length ?? null,
        readySize: depth?.readySize ?? null,
        velocity: depth?.velocity.value ?? null,
      },
    };
  });

/** Depth if readiness asked for less: shows how much of "ready" is only a label. `null` without a status or label check. */
const depthByRule = (
  depth: Depth,
  checks: readonly CheckName[],
): Record<"label" | "estimate" | "full", number | null> => {
  const velocity = depth.velocity.value;
  const labels: CheckName[] = checks.filter((check) => check === "status" || check === "labels");
  const labelled = depth.items.filter(({ failed }) => !failed.some((check) => labels.includes(check)));
  const estimated = labelled.filter(({ estimate }) => estimate !== null);
  const of = (items: readonly Sized[]): number | null => {
    const size = totalSize(items);
    return size === null || velocity === null ? null : size / velocity;
  };
  return { label: labels.length === 0 ? null : of(labelled), estimate: of(estimated), full: depth.value };
};

const describe = (depth: Depth, unit: string): Explanation[] => {
  const sizes = depth.velocity.sprints.map((size) => shown(size)).join(" + ");
  const count = depth.velocity.sprints.length;
  return [
    {
      title: "Ready work",
      text: `${plural(depth.ready.length, "item in the Product Backlog passes", "items in the Product Backlog pass")} every check: ${shown(depth.readySize)} ${unit}.`,
    },
    ...(count === 0
      ? []
      : [
          {
            title: "Velocity",
            text: `(${sizes}) ÷ ${count} = ${shown(depth.velocity.value)} ${unit} a sprint.`,
          },
        ]),
    ...(depth.value === null
      ? []
      : [
          {
            title: "Depth",
            text: `${shown(depth.readySize)} ÷ ${shown(depth.velocity.value)} = ${shown(depth.value, 2)} sprints.`,
          },
        ]),
  ];
};

/** What is published where there is nothing to measure: unknown, never 0. */
const BLANK = {
  inputs: {
    readySize: null,
    readyItems: null,
    imputedItems: null,
    velocity: null,
    velocitySprints: null,
    imputedSize: null,
    fromTop: null,
    firstUnready: null,
  },
  extra: {
    nextSprints: null,
    window: null,
    firstUnreadyFailed: [],
    depthByRule: { label: null, estimate: null, full: null },
    runsDry: { p50: null, p85: null },
    bridge: [],
  },
};

/** How many sprints of ready work do we have? `D = Σ size of ready items ÷ velocity`: metrics.md §2. */
export const readyDepth = defineMetric({
  id: "ready-depth",
  title: "Ready depth",
  unit: "sprints",
  question: "How many sprints of ready work do we have?",
  needs: ["ready"],
  chart: "line",
  columns: [
    { key: "readyItems", title: "Ready items", unit: "items" },
    { key: "readySize", title: "Ready size", unit: "size" },
    { key: "velocity", title: "Velocity", unit: "size a sprint" },
  ],
  process: { minimum: 0, wholeAtStart: true },
  band: (options) => [...options.band],
  blank: BLANK,
  measure: (backlog, options) => {
    const { asOf } = backlog;
    const { sizing, band } = options;
    if (!backlog.isKnown) {
      return {
        ...without("insufficient-data", "no observation of the backlog yet"),
        series: series(backlog, options),
        ...BLANK,
      };
    }
    const depth = depthAt(backlog, sizing, { t: asOf, beforePlanning: false });
    const order = sizedOrder(backlog, depth, asOf);
    const velocity = depth.velocity.value;
    const top = order === null ? null : readyFromTop(order);
    const topSize = top === null ? null : totalSize(top.ready);
    const lasts =
      depth.readySize === null || velocity === null
        ? null
        : untilEmpty(depth.readySize, depth.velocity.sprints as number[]);
    const next = order === null || velocity === null ? null : shelves(order, { velocity, count: SHELVES });
    const sizeOf = (items: readonly Sized[], ready: boolean): number =>
      sum(items.filter((item) => item.ready === ready).map((item) => item.size ?? 0));
    return {
      state: depth.value === null ? "insufficient-data" : "ok",
      reason: depth.value === null ? (depth.velocity.reason ?? "no finished item has an estimate") : null,
      value: depth.value,
      interval: lasts && [lasts.p10, lasts.p90],
      series: series(backlog, options),
      inputs: {
        readySize: depth.readySize,
        readyItems: depth.ready.length,
        imputedItems: depth.ready.filter((item) => item.imputed).length,
        velocity,
        velocitySprints: depth.velocity.sprints,
        imputedSize: depth.velocity.median,
        fromTop: topSize === null || velocity === null ? null : topSize / velocity,
        firstUnready: top?.stop?.id ?? null,
      },
      extra: {
        nextSprints:
          next?.map((items, index) => {
            const planned = backlog.sprints.filter((sprint) => sprint.start > asOf)[index];
            return {
              sprint: index + 1,
              name: planned?.name ?? `In ${plural(index + 1, "sprint")}`,
              start: planned ? toIso(planned.start) : null,
              ready: sizeOf(items, true),
              unready: sizeOf(items, false),
              items: items.map(({ id, size, imputed, ready, failed }) => ({
                id,
                size,
                imputed,
                ready,
                failed,
              })),
            };
          }) ?? null,
        window:
          order === null || velocity === null
            ? null
            : windowOf(order, band[1] * velocity).map(({ id }) => id),
        firstUnreadyFailed: top?.stop?.failed ?? [],
        depthByRule: depthByRule(depth, backlog.ruleAt(asOf).rule.checks),
        runsDry: {
          p50: lasts && dayAfterSprints(backlog, lasts.p50),
          p85: lasts && dayAfterSprints(backlog, lasts.p85),
        },
        bridge: depthBridges(backlog, sizing, (t) => depthBasis(backlog, sizing, t) !== "gap").map(
          ({ from, to, ...bridge }) => ({
            from: toIso(from),
            to: toIso(to),
            ...bridge,
          }),
        ),
      },
      explain: describe(depth, sizing.unit),
    };
  },
});
