import { minuteOf, sprintName } from "./calendar.ts";
import { close, type DemoItem, isOpen, isReady, setStatus } from "./item.ts";
import { subTaskTitles } from "./texts.ts";
import { addItem, backlogOf, minuteBetween, sprintBacklogOf, type World } from "./world.ts";

/** Points that six people finish on a day without disturbance. */
const pointsPerDay = 2.35;
const chunk = 0.25;
const inProgressAtOnce = 3;
const firstForecast = 22;

/** Closes the books of the sprint that ended and fills the one that begins: left-overs first, then from the top. */
export function plan(world: World): void {
  const { dice } = world;
  const at = minuteOf(world.day, 10, 0);
  const leftOver = leftOvers(world);
  const recent = world.finished.slice(-3);
  const mean = recent.length === 0 ? firstForecast : recent.reduce((a, b) => a + b, 0) / recent.length;
  let room = Math.min(mean, 25) * dice.between(1, 1.12);
  for (const item of leftOver) {
    pull(world, item, at);
    room -= item.left;
  }
  for (const item of backlogOf(world)) {
    if (room <= 0.5) break;
    const takeUnready = !isReady(item) && item.size <= 5 && dice.chance(0.05);
    if (takeUnready || (isReady(item) && item.size <= room + 2 && !dice.chance(0.08))) {
      pull(world, item, at + dice.whole(1, 40));
      room -= item.size;
    }
  }
}

export function finishedIn(world: World, from: number, to: number): number {
  const within = (item: DemoItem) =>
    item.resolution === "Done" && item.resolved! >= from && item.resolved! < to;
  const points = world.items.filter((item) => item.type !== "Sub-task" && within(item));
  return points.reduce((sum, item) => sum + (item.estimate ?? 0), 0);
}

/** One day's work: started items get on in small steps, the oldest most of all. */
export function work(world: World): void {
  const { dice } = world;
  let capacity = pointsPerDay * dice.between(0.6, 1.4) * seasonal(world.day);
  while (capacity > 0) {
    capacity -= chunk;
    const started = startable(world);
    if (started.length === 0) return;
    const item = dice.chance(0.6) ? started[0]! : dice.pick(started);
    item.left -= chunk;
    if (item.left > 0) continue;
    const at = minuteBetween(world, 15, 16);
    for (const part of world.items) if (part.parent === item && isOpen(part)) close(part, "Done", at - 1);
    close(item, "Done", at);
  }
}

/** Half of the team is away at some time in August. */
function seasonal(day: string): number {
  return day.startsWith("2026-08") ? 0.9 : 1;
}

function leftOvers(world: World): DemoItem[] {
  const last = sprintName(world.sprint - 1);
  return world.items.filter(
    (item) => isOpen(item) && item.type !== "Sub-task" && item.sprints.at(-1) === last,
  );
}

function pull(world: World, item: DemoItem, at: number): void {
  const name = sprintName(world.sprint);
  for (const one of [item, ...world.items.filter((part) => part.parent === item && isOpen(part))]) {
    one.sprints.push(name);
    one.updated = at;
  }
}

/** What is in progress; while there is room the next item is started, and when the sprint is empty one more is pulled. */
function startable(world: World): DemoItem[] {
  const inSprint = sprintBacklogOf(world);
  const started = inSprint.filter((item) => item.status === "In Progress");
  const waiting = inSprint.filter((item) => item.status !== "In Progress");
  if (waiting.length === 0 && started.length < 2) {
    const next = backlogOf(world).find((item) => isReady(item) && item.size <= 3);
    if (next !== undefined) {
      pull(world, next, minuteBetween(world, 13.5, 14));
      waiting.push(next);
    }
  }
  while (started.length < inProgressAtOnce && waiting.length > 0) {
    const next = waiting.shift()!;
    begin(world, next);
    started.push(next);
  }
  return started.sort((a, b) => a.categoryChanged - b.categoryChanged);
}

function begin(world: World, item: DemoItem): void {
  const at = minuteBetween(world, 14, 15);
  item.estimate ??= world.dice.chance(0.7) ? item.size : null;
  setStatus(item, "In Progress", at);
  if (item.size < 5 || !world.dice.chance(0.15)) return;
  for (let n = 0; n < 2; n++) {
    const title = subTaskTitles[(item.number + n) % subTaskTitles.length]!;
    const part = addItem(world, { wanted: [item.epic, "Task", 1, title], at: at + n + 1, above: item });
    Object.assign(part, {
      type: "Sub-task",
      parent: item,
      stage: "none",
      sprints: [sprintName(world.sprint)],
    });
  }
}
