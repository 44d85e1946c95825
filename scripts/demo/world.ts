import { type Minute, minuteOf } from "./calendar.ts";
import type { Dice } from "./dice.ts";
import { type DemoItem, isBacklogItem, isIn, isOpen } from "./item.ts";
import { rankBetween } from "./lexorank.ts";
import { type EpicId, epics } from "./texts.ts";
import { laterTitles, type Title } from "./titles.ts";

/** Everything that the simulation knows at one moment of the day it has come to. */
export type World = {
  dice: Dice;
  day: string;
  sprint: number;
  items: DemoItem[];
  epics: ReadonlyMap<EpicId, DemoItem>;
  /** Finished points of the sprints that ended. */
  finished: number[];
  titlesUsed: number;
  /** Where the items of the thrash stood before: each with the one above it. */
  dragged: { item: DemoItem; above: DemoItem | null }[];
};

export function newWorld(dice: Dice, day: string): World {
  const world: World = {
    dice,
    day,
    sprint: 0,
    items: [],
    epics: new Map(),
    finished: [],
    titlesUsed: 0,
    dragged: [],
  };
  const made = Object.entries(epics).map(([id, { title }], n) => {
    const wanted: Title = [id as EpicId, "Story", 1, title];
    const epic = addItem(world, {
      wanted,
      at: minuteOf(day, 10, 5 + 4 * n),
      above: world.items.at(-1) ?? null,
    });
    Object.assign(epic, { type: "Epic", parent: null, stage: "why", status: "In Progress" });
    return [id as EpicId, epic] as const;
  });
  world.epics = new Map(made);
  return world;
}

type NewItem = { wanted: Title; at: Minute; above: DemoItem | null };

export function addItem(world: World, { wanted, at, above }: NewItem): DemoItem {
  const [epic, type, size, title, rest] = wanted;
  const item: DemoItem = {
    number: world.items.length + 1,
    epic,
    type,
    title,
    status: "Backlog",
    resolution: "",
    created: at,
    updated: at,
    categoryChanged: at,
    resolved: null,
    priority: type === "Bug" && size > 1 ? "High" : "Medium",
    labels: [],
    rank: rankBelow(world, above),
    sprints: [],
    estimate: null,
    stage: "why",
    parent: world.epics.get(epic) ?? null,
    size,
    left: size,
    rest: rest ?? null,
    waitsUntil: 0,
  };
  world.items.push(item);
  return item;
}

/** The open items outside the sprint that runs, in order. */
export function backlogOf(world: World): DemoItem[] {
  const outside = (item: DemoItem) => item.status !== "In Progress" && !isIn(item, world.sprint);
  return inOrder(world.items.filter((item) => isOpen(item) && isBacklogItem(item) && outside(item)));
}

export function sprintBacklogOf(world: World): DemoItem[] {
  const inside = (item: DemoItem) => item.status === "In Progress" || isIn(item, world.sprint);
  return inOrder(world.items.filter((item) => isOpen(item) && isBacklogItem(item) && inside(item)));
}

/** Puts an item directly below another; below nothing is the top. */
export function moveBelow(world: World, item: DemoItem, above: DemoItem | null): void {
  if (item !== above) item.rank = rankBelow(world, above, item);
}

export function nextTitle(world: World): Title {
  const title = laterTitles[world.titlesUsed++];
  if (title === undefined) throw new Error("The demo has run out of titles: add some to titles.ts");
  return title;
}

/** A minute of the working day that has come, between two hours. */
export function minuteBetween(world: World, from: number, to: number): Minute {
  return minuteOf(world.day, from) + world.dice.whole(1, (to - from) * 60 - 1);
}

function rankBelow(world: World, above: DemoItem | null, but?: DemoItem): string {
  const ordered = inOrder(world.items.filter((item) => item !== but));
  const below = ordered[above === null ? 0 : ordered.indexOf(above) + 1];
  return rankBetween(above?.rank ?? null, below?.rank ?? null);
}

function inOrder(items: readonly DemoItem[]): DemoItem[] {
  return items.toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
}
