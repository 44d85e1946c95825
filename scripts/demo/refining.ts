import type { Minute } from "./calendar.ts";
import { type DemoItem, isReady, largestReadySize, setStatus } from "./item.ts";
import type { Session } from "./sessions.ts";
import { addItem, backlogOf, type World } from "./world.ts";

/** Person-minutes that a step of refinement takes. Effort and ready depth hang together through these alone. */
const costs = { criteria: 168, estimate: 82, split: 130, smallItemShare: 0.7 };
/** How far down the order the team looks in a session. */
const horizon = 20;
const passedOver = 0.15;
const openQuestion = 0.12;

/** Works through the unready items from the top, as far as the session's person-minutes go. */
export function refine(world: World, session: Session, start: Minute): void {
  let budget = session.minutes * session.people;
  const seen = backlogOf(world).slice(0, horizon);
  for (const item of seen.filter((candidate) => !isReady(candidate))) {
    const at = start + Math.round(session.minutes - budget / session.people);
    if (item.waitsUntil > at || world.dice.chance(passedOver)) continue;
    const cost = costOf(item);
    // The last item of a session is finished by running over, or left for the next time.
    if (!world.dice.chance(budget / cost)) break;
    budget -= cost;
    talkAbout(world, item, at);
  }
}

function costOf(item: DemoItem): number {
  if (needsSplit(item)) return costs.split;
  const whole =
    (item.stage === "criteria" ? 0 : costs.criteria) + (item.estimate === null ? costs.estimate : 0);
  return whole * (item.size <= 2 ? costs.smallItemShare : 1);
}

function isTooBig(item: DemoItem): boolean {
  return item.estimate !== null && item.estimate > largestReadySize;
}

/** Something large is talked about twice: first what is wanted, weeks later how to cut it. */
function needsSplit(item: DemoItem): boolean {
  return isTooBig(item) && item.stage === "criteria";
}

function talkAbout(world: World, item: DemoItem, at: Minute): void {
  item.updated = at;
  if (needsSplit(item)) split(world, item, at);
  item.stage = "criteria";
  if (world.dice.chance(openQuestion)) {
    item.waitsUntil = at + world.dice.whole(6, 16) * 1440;
    // Some put the status forward at once and forget the estimate: a label that promises more than the item holds.
    if (world.dice.chance(0.5)) setStatus(item, "Ready", at);
    return;
  }
  item.estimate ??= item.size;
  if (!isTooBig(item)) setStatus(item, "Ready", at);
  else item.waitsUntil = at + world.dice.whole(12, 30) * 1440;
}

/** The item keeps the larger part; what is cut off becomes an item of its own, further down. */
function split(world: World, item: DemoItem, at: Minute): void {
  item.size = largestReadySize;
  item.left = largestReadySize;
  item.estimate = largestReadySize;
  if (item.rest === null) return;
  const below = backlogOf(world);
  const above = below[Math.min(below.indexOf(item) + 12, below.length - 1)] ?? item;
  addItem(world, { wanted: [item.epic, "Story", 5, item.rest], at: at + 2, above });
  item.rest = null;
}
