/** Values of the metrics worked out from a plan by the text of the definitions, in the most naive way. */
import { type Deed, estimateOf, type Sprint, standAt } from "./ledger.ts";
import { type Move, movesOf } from "./moves.ts";
import { percentile, total } from "./numbers.ts";
import { isBacklog, isOpenAt, passes, placeAt, type World } from "./rule.ts";
import { finishedIn, finishedSize, sizeAt, velocityAt } from "./velocity.ts";

const DAY = 86_400_000;

type Values = Record<string, number | null>;

/** D at the start of a sprint, before its planning: whatever is open then is in the Product Backlog. */
export const depthAtStart = (world: World, { start }: Sprint): number | null => {
  const ready = [...world.ledger.items.values()].filter(
    (item) => isOpenAt(item, start) && passes(world, item, start),
  );
  const sizes = ready.map((item) => sizeAt(world, estimateOf(standAt(item, start)!), start));
  const velocity = velocityAt(world, start);
  return velocity === null || sizes.includes(null) ? null : total(sizes as number[]) / velocity;
};

export const depthNow = (world: World): number | null => {
  const { asOf } = world;
  const ready = [...world.ledger.items.values()].filter((item) => placeAt(world, item, asOf) === "ready");
  const sizes = ready.map((item) => sizeAt(world, estimateOf(standAt(item, asOf)!), asOf));
  const velocity = velocityAt(world, asOf);
  return velocity === null || sizes.includes(null) ? null : total(sizes as number[]) / velocity;
};

const within = ({ start, end }: Sprint, t: number): boolean => start <= t && t < end;

const isClosing = ({ to, again }: Move): boolean => (to === "finished" || to === "dropped") && !again;
const wasClosed = ({ from }: Move): boolean => from === "finished" || from === "dropped";

const flowsOf = (move: Move): string[] => {
  const { item, from, to } = move;
  if (to === "finished" || to === "dropped") return isClosing(move) ? [to] : [];
  const returnedReady = to === "ready" ? ["returnedReady"] : [];
  if (from === null) return [item.split ? "split" : "arrived", ...(to === "ready" ? ["becameReady"] : [])];
  if (wasClosed(move)) return ["reopened", ...returnedReady];
  if (to === "sprint") return ["pulled"];
  if (from === "sprint") return ["returned", ...returnedReady];
  return [to === "ready" ? "becameReady" : "fellOut"];
};

const FLOWS = [
  "arrived",
  "split",
  "becameReady",
  "returnedReady",
  "fellOut",
  "pulled",
  "returned",
  "finished",
  "dropped",
  "reopened",
];

/** Items of every flow of a sprint, each entry counted, and by how many the Product Backlog grew. */
export const flowOf = (moves: readonly Move[], sprint: Sprint): Values => {
  const own = moves.filter(({ t }) => within(sprint, t));
  const flows = own.flatMap(flowsOf);
  const net = total(own.map(({ from, to }) => Number(isBacklog(to)) - Number(isBacklog(from))));
  return {
    ...Object.fromEntries(FLOWS.map((flow) => [flow, flows.filter((one) => one === flow).length])),
    net,
    value: net,
  };
};

export const refinementRate = (world: World, moves: readonly Move[], sprint: Sprint): number | null => {
  const became = moves.filter((move) => within(sprint, move.t) && flowsOf(move).includes("becameReady"));
  const sizes = became.map(({ item, t }) => sizeAt(world, estimateOf(standAt(item, t)!), sprint.start));
  const velocity = velocityAt(world, Math.min(sprint.end, world.asOf));
  return velocity === null || sizes.includes(null) ? null : total(sizes as number[]) / velocity;
};

/**
 * Items that entered the Sprint Backlog, each once; one that entered twice had to be ready twice. What was finished out
 * of it in the sprint is still of its scope, and is back by being reopened, not by entering.
 */
export const unreadyPulls = (moves: readonly Move[], sprint: Sprint): Values => {
  const entries = new Map<number, { born: boolean; ready: boolean }>();
  const before = new Map<number, Move>();
  for (const move of moves.filter(({ t }) => within(sprint, t))) {
    const { item, from, to } = move;
    const last = before.get(item.id);
    before.set(item.id, move);
    const isBack = last?.from === "sprint" && last.to === "finished";
    if (to !== "sprint" || isBack) continue;
    const ready = from === "ready" && (entries.get(item.id)?.ready ?? true);
    entries.set(item.id, { born: item.arrivedAt >= sprint.start, ready });
  }
  const all = [...entries.values()];
  const entered = all.filter(({ born }) => !born);
  const unready = entered.filter(({ ready }) => !ready).length;
  const value = entered.length === 0 ? null : (unready / entered.length) * 100;
  return { entered: entered.length, unready, born: all.length - entered.length, value };
};

type Times = { t: number; first: number; latest: number };

/**
 * Days from arrival to the first and to the latest readiness of every item that was ever ready. Of an item that was
 * there before readiness came to be known, the first is known only if it was seen unready before.
 */
export const readyTimes = (moves: readonly Move[], knownFrom: number): Times[] => {
  const byItem = Map.groupBy(moves, ({ item }) => item);
  return [...byItem].flatMap(([item, own]) => {
    let first: number | null = null;
    let latest = 0;
    let since: number | null = null;
    let isUnknown = item.arrivedAt < knownFrom;
    for (const [index, { t, to }] of own.entries()) {
      const until = own[index + 1]?.t ?? Number.POSITIVE_INFINITY;
      if (until <= knownFrom) continue;
      if (to === "unready") isUnknown = false;
      if (to === "ready" && isUnknown) return [];
      // Leaving for a sprint, or closed, does not end it; only falling out of ready does.
      if (to === "unready") since = null;
      if (to !== "ready") continue;
      since ??= t;
      first ??= t;
      latest = since;
    }
    const days = (t: number): number => (t - item.arrivedAt) / DAY;
    return first === null ? [] : [{ t: first, first: days(first), latest: days(latest) }];
  });
};

export const timeToReady = (times: readonly Times[], sprint: Sprint): Values => {
  const own = times.filter(({ t }) => within(sprint, t));
  const [first, latest] = [own.map((one) => one.first), own.map((one) => one.latest)];
  return {
    value: percentile(first, 0.5),
    p85: percentile(first, 0.85),
    latestMedian: percentile(latest, 0.5),
    latestP85: percentile(latest, 0.85),
    items: own.length,
  };
};

const REFINING = ["title", "description", "estimate", "type", "labels", "split", "comment"];

/** What a deed is, by where its item stood immediately before its second. */
const sortOf = (world: World, { t, kind, item: id }: Deed): "refinement" | "delivery" | null => {
  const item = world.ledger.items.get(id)!;
  const before = placeAt(world, item, t - 1);
  if (kind === "created") return "delivery";
  if (before === null) return kind === "sprint" ? "delivery" : null;
  if (before === "sprint") return "delivery";
  if (!isBacklog(before)) return null;
  if (REFINING.includes(kind)) return "refinement";
  if (kind === "closed") return standAt(item, t)!.closed === "dropped" ? "refinement" : null;
  return kind === "sprint" ? "delivery" : null;
};

/** Deeds of a sprint: those of one kind by one person to one item in one second are one. */
const deedsOf = (world: World, sprint: Sprint): (Deed & { sort: "refinement" | "delivery" })[] => {
  const found = new Map<string, Deed & { sort: "refinement" | "delivery" }>();
  for (const deed of world.ledger.deeds) {
    if (!within(sprint, deed.t) || deed.t > world.asOf) continue;
    const sort = sortOf(world, deed);
    if (sort !== null) found.set(JSON.stringify([deed.t, deed.by, deed.kind, deed.item]), { ...deed, sort });
  }
  return [...found.values()];
};

export const activity = (world: World, sprint: Sprint): Values => {
  const deeds = deedsOf(world, sprint);
  const refinement = deeds.filter(({ sort }) => sort === "refinement").length;
  const value = deeds.length === 0 ? null : (refinement / deeds.length) * 100;
  return { refinement, delivery: deeds.length - refinement, value };
};

export const participation = (world: World, sprint: Sprint): Values => {
  const own = deedsOf(world, sprint).filter(({ sort }) => sort === "refinement");
  const counts = [...Map.groupBy(own, ({ by }) => by).values()].map((list) => list.length);
  const busiest = own.length === 0 ? null : (Math.max(...counts) / own.length) * 100;
  return { value: counts.length, events: own.length, busiest };
};

/** Items of the Product Backlog whose existing estimate changed, and those that had one when the sprint began. */
export const estimateChurn = (world: World, sprint: Sprint): Values => {
  const items = [...world.ledger.items.values()];
  const changed = items.filter((item) =>
    item.steps.some(({ t }) => {
      if (!within(sprint, t) || t > world.asOf || !isBacklog(placeAt(world, item, t - 1))) return false;
      const before = estimateOf(standAt(item, t - 1)!);
      return before !== null && estimateOf(standAt(item, t)!) !== before;
    }),
  ).length;
  const estimated = items.filter(
    (item) =>
      isBacklog(placeAt(world, item, sprint.start)) && estimateOf(standAt(item, sprint.start)!) !== null,
  ).length;
  return { changed, estimated, value: estimated === 0 ? null : (changed / estimated) * 100 };
};

export { finishedIn, finishedSize, movesOf };
