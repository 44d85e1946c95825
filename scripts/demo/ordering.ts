import { close, type DemoItem, isReady, largestReadySize, setStatus } from "./item.ts";
import { steppedUpFrom } from "./sessions.ts";
import { addItem, backlogOf, minuteBetween, moveBelow, nextTitle, type World } from "./world.ts";

/** The sprint in which the order is turned over and turned back, soon after the new Product Owner has come. */
const thrashSprint = 7;
const thrashSize = 7;
/** Beyond this many items the Product Owner is quicker to say no. */
const longBacklog = 43;
const labels = ["mobile", "outer-piers", "season", "feedback", "partner-lines", "quick-win"];

/** Notes down what somebody asked for today. */
export function arrive(world: World): void {
  const { dice } = world;
  const count = Number(dice.chance(0.55)) + Number(dice.chance(0.17));
  for (let n = 0; n < count; n++) {
    const wanted = nextTitle(world);
    const backlog = backlogOf(world);
    const last = backlog.length - 1;
    const urgent = wanted[1] === "Bug" || dice.chance(0.1);
    const middle = dice.chance(0.3);
    const place = urgent ? dice.whole(4, 14) : middle ? dice.whole(14, last) : dice.whole(last - 5, last);
    const above = backlog[Math.min(place, last)] ?? null;
    const item = addItem(world, { wanted, at: minuteBetween(world, 9, 11), above });
    decorate(world, item);
  }
}

export function decorate({ dice }: World, item: DemoItem): void {
  if (dice.chance(0.25)) item.stage = "none";
  // What is far too big is seen at a glance, and noted down as such.
  if (dice.chance(0.12) || item.size > largestReadySize) item.estimate = item.size;
  if (dice.chance(0.35)) item.labels.push(dice.pick(labels));
  if (dice.chance(0.08)) item.labels.push("from-the-quay");
  if (item.priority === "Medium" && dice.chance(0.2)) item.priority = dice.pick(["High", "Low"]);
}

/** The Product Owner's look at the order, twice a week. */
export function reorder(world: World): void {
  const { dice } = world;
  const drags = dice.whole(0, 2);
  for (let n = 0; n < drags; n++) {
    const backlog = backlogOf(world);
    const from = dice.whole(6, backlog.length - 1);
    const up = dice.chance(0.75);
    const to = up
      ? dice.whole(Math.max(0, from - 18), from - 2)
      : Math.min(from + dice.whole(3, 12), backlog.length - 1);
    const item = backlog[from];
    const above = backlog[up ? to - 1 : to] ?? null;
    if (item !== undefined) moveBelow(world, item, above);
  }
  if (dice.chance(0.06)) reconsider(world);
  const full = backlogOf(world).length > longBacklog;
  if (dice.chance(full ? 0.4 : 0.06)) drop(world, dice.chance(0.75) ? "Won't Do" : "Duplicate");
}

/** Before planning, what is unready at the very top steps back a little, so that planning need not discuss it. */
export function stepBack(world: World): void {
  const { dice } = world;
  for (const item of backlogOf(world).slice(0, 4)) {
    if (isReady(item) || dice.chance(0.25)) continue;
    const backlog = backlogOf(world);
    moveBelow(world, item, backlog[backlog.indexOf(item) + dice.whole(4, 8)] ?? null);
  }
}

/** On the first Tuesday many items go up, on the second they go back to where they were. */
export function thrash(world: World): void {
  if (world.sprint !== thrashSprint) return;
  const { dice } = world;
  if (world.dragged.length > 0) {
    for (const { item, above } of world.dragged) if (item.sprints.length === 0) moveBelow(world, item, above);
    world.dragged = [];
    return;
  }
  const backlog = backlogOf(world);
  const chosen = new Set<number>();
  while (chosen.size < thrashSize) chosen.add(dice.whole(12, 30));
  for (const n of [...chosen].sort((a, b) => a - b)) {
    const item = backlog[n]!;
    world.dragged.push({ item, above: backlog[n - 1] ?? null });
    moveBelow(world, item, backlog[dice.whole(0, 5)]!);
  }
}

/** Once refinement is taken up again, what nobody wants any more is dropped first. */
export function tidyUp(world: World): void {
  if (world.sprint === steppedUpFrom) for (let n = 0; n < 3; n++) drop(world, "Won't Do");
}

function drop(world: World, resolution: "Won't Do" | "Duplicate"): void {
  const backlog = backlogOf(world);
  const item = backlog[world.dice.whole(Math.floor(backlog.length * 0.6), backlog.length - 1)];
  if (item !== undefined) close(item, resolution, minuteBetween(world, 13, 14));
}

/** A ready item whose wish has changed: its criteria are taken out again, or its estimate is corrected. */
function reconsider(world: World): void {
  const { dice } = world;
  const ready = backlogOf(world).filter(isReady);
  if (ready.length === 0) return;
  const item = dice.pick(ready);
  const at = minuteBetween(world, 14, 15);
  if (dice.chance(0.5)) {
    item.stage = "why";
    setStatus(item, "Backlog", at);
  } else {
    item.estimate = item.size === 3 ? 5 : 3;
    item.size = item.estimate;
    item.left = item.estimate;
    item.updated = at;
  }
}
