import { addDays, isWorkingDay, lastDay, sprintOn, sprintStart } from "./calendar.ts";
import type { Dice } from "./dice.ts";

export type Session = { date: string; minutes: number; people: number; note: string };

/** The sprints in which refinement is cut short, and the one in which it is stepped up. */
export const cutFrom = 6;
export const steppedUpFrom = 9;

/**
 * The team's refinement calendar: everyone meets on Wednesdays, a few prepare items on Thursdays. In the summer the
 * small meeting is dropped and the large one cut to less than an hour; from Sprint 9 on both are longer than before.
 */
export function planSessions(dice: Dice): Session[] {
  const sessions: Session[] = [];
  for (let monday = sprintStart(1); monday <= lastDay; monday = addDays(monday, 7)) {
    sessions.push(...weekOf(dice, monday));
  }
  return sessions.filter(({ date }) => isWorkingDay(date) && date <= lastDay);
}

function weekOf(dice: Dice, monday: string): Session[] {
  const sprint = sprintOn(monday);
  const wednesday = addDays(monday, 2);
  const thursday = addDays(monday, 3);
  const five = (low: number, high: number) => dice.whole(low / 5, high / 5) * 5;
  if (sprint >= steppedUpFrom) {
    return [
      { date: wednesday, minutes: five(110, 130), people: 6, note: "Weekly refinement, two hours" },
      { date: thursday, minutes: five(50, 70), people: dice.whole(4, 5), note: "Preparing the next items" },
    ];
  }
  if (sprint >= cutFrom) {
    return [{ date: wednesday, minutes: five(50, 65), people: 5, note: "Weekly refinement, kept short" }];
  }
  return [
    { date: wednesday, minutes: five(85, 100), people: 6, note: "Weekly refinement" },
    { date: thursday, minutes: five(50, 65), people: 4, note: "Preparing the next items" },
  ];
}
