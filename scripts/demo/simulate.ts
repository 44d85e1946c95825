import { addDays, isWorkingDay, lastDay, minuteOf, sprintOn, sprintStart, weekday } from "./calendar.ts";
import { diceOf } from "./dice.ts";
import { setStatus } from "./item.ts";
import { writeJiraCsv } from "./jira-csv.ts";
import { arrive, decorate, reorder, stepBack, thrash, tidyUp } from "./ordering.ts";
import { refine } from "./refining.ts";
import { planSessions, type Session } from "./sessions.ts";
import { finishedIn, plan, work } from "./sprinting.ts";
import { firstTitles } from "./titles.ts";
import { addItem, newWorld, type World } from "./world.ts";

/** Chosen among many for a story that is easy to tell. */
const chosenSeed = 1_654_551_706;
const projectStart = "2026-03-23";
const firstRefinement = "2026-05-04";
/** Exports are made on Friday afternoons, and on the day of a planning: what was planned must not look like a change of the sprint. */
const exportHour = 16;
const exportMinute = 30;
/** How many items, from the top, were refined before the first sprint. */
const refinedAtFirst = 19;

type Export = { at: number; csv: string };

/** Lives through the team's half-year day by day, and takes an export every Friday and after each planning. */
export function simulate(seed = chosenSeed): { exports: Export[]; sessions: Session[] } {
  const sessions = planSessions(diceOf(seed / 2));
  const world = newWorld(diceOf(seed), projectStart);
  fillFirstBacklog(world);
  const exports: Export[] = [];
  for (let day = addDays(sprintStart(1), -3); day <= lastDay; day = addDays(day, 1)) {
    world.day = day;
    if (day >= sprintStart(1)) live(world, sessions);
    const isPlanning = day === sprintStart(sprintOn(day));
    if (weekday(day) !== 5 && !isPlanning) continue;
    const at = minuteOf(day, exportHour, exportMinute);
    exports.push({ at, csv: writeJiraCsv(world.items) });
  }
  return { exports, sessions };
}

function live(world: World, sessions: readonly Session[]): void {
  const sprint = sprintOn(world.day);
  if (sprint !== world.sprint) {
    world.sprint = sprint;
    if (sprint > 1) {
      const ended = finishedIn(world, minuteOf(sprintStart(sprint - 1)), minuteOf(world.day));
      world.finished.push(ended);
    }
    plan(world);
  }
  if (!isWorkingDay(world.day)) return;
  arrive(world);
  if (weekday(world.day) === 2) {
    thrash(world);
    if (world.day === addDays(sprintStart(sprint), 1)) tidyUp(world);
  }
  for (const session of sessions) {
    if (session.date === world.day) refine(world, session, minuteOf(world.day, 11, 0));
  }
  if (weekday(world.day) === 2 || weekday(world.day) === 4) reorder(world);
  const beforePlanning = weekday(world.day) === 5 && sprintOn(addDays(world.day, 3)) !== world.sprint;
  if (beforePlanning) stepBack(world);
  work(world);
}

/** The weeks before the first sprint, told in short: items noted down, the upper ones refined in early May. */
function fillFirstBacklog(world: World): void {
  const { dice } = world;
  let above = world.items.at(-1) ?? null;
  for (const [n, wanted] of firstTitles.entries()) {
    const meeting = Math.floor(n / 5);
    world.day = addDays(projectStart, Math.floor(meeting / 2) * 7 + (meeting % 2 === 0 ? 1 : 3));
    const item = addItem(world, { wanted, at: minuteOf(world.day, 9, 10 + 9 * (n % 5)), above });
    above = item;
    decorate(world, item);
    const at = minuteOf(addDays(firstRefinement, n % 5), 11, 5 + n);
    if (n >= refinedAtFirst + 6) continue;
    if (n < refinedAtFirst && !dice.chance(0.12)) {
      item.estimate = item.size;
      item.stage = "criteria";
      setStatus(item, "Ready", at);
    } else if (dice.chance(0.5)) {
      item.stage = "criteria";
      item.updated = at;
    }
  }
}
