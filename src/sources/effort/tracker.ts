import { dayOf } from "../../lib/dates.ts";
import { fold } from "../../lib/text.ts";
import type { Problem } from "../../model/observation.ts";
import type { Session } from "../../model/session.ts";
import { decideDateOrder } from "../files/date-order.ts";
import { parseWallClock } from "../files/wall-clock-text.ts";
import { defineEffort, type EffortFile, type EffortFormat, type EffortRecords } from "./define.ts";
import { minutesOf } from "./length-text.ts";
import { matcherOf, noneMatched } from "./match.ts";

/** Headings of a time tracker's detailed export, folded. */
export type TrackerColumns = {
  day: string;
  /** The first of them that is filled counts. */
  length: readonly string[];
  project: readonly string[];
  tag: readonly string[];
  text: readonly string[];
};

type Entry = { line: number; day: string; length: string };

const readTracker = async (
  columns: TrackerColumns,
  { file, table, rules }: EffortFile,
): Promise<EffortRecords> => {
  const names = table.header.map(fold);
  const at = (wanted: readonly string[]): number[] =>
    wanted.flatMap((name) => names.flatMap((found, index) => (found === name ? [index] : [])));
  const places = {
    day: at([columns.day]),
    length: at(columns.length),
    project: at(columns.project),
    tag: at(columns.tag),
    text: at(columns.text),
  };
  const matches = matcherOf(rules.match);
  const entries: Entry[] = [];
  const days: string[] = [];
  let rows = 0;
  await table.read(({ line, cells }) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    rows += 1;
    const read = (indexes: readonly number[]): string[] => indexes.map((index) => cells[index] ?? "");
    const day = read(places.day)[0] ?? "";
    days.push(day);
    // A tag may hold a comma itself, so the whole cell is one of the readings.
    const tags = read(places.tag).flatMap((cell) => [cell, ...cell.split(/[,;]/)]);
    if (!matches({ projects: read(places.project), tags, texts: read(places.text) })) return;
    const length = read(places.length).find((cell) => cell.trim() !== "") ?? "";
    entries.push({ line, day, length });
  });

  const { order, guessed } = decideDateOrder(days, rules.dates);
  const problems: Problem[] = [];
  if (guessed && entries.length > 0) {
    const text =
      "dates like 5/12/2026 leave open which is the day; read as day first. If not, say source.exports.dates: month-first, or export dates like 2026-12-05";
    problems.push({ id: "date-order-unclear", where: `${file}:1`, text });
  }
  const sessions: Session[] = [];
  for (const { line, day, length } of entries) {
    const start = parseWallClock(day, { zone: rules.zone, order });
    const minutes = minutesOf(length);
    if (start !== null && minutes !== null)
      sessions.push({ day: dayOf(start, rules.zone), minutes, people: 1 });
    else {
      const text = `no readable ${start === null ? "date" : "length (over 0)"}; the session is not counted`;
      problems.push({ id: "session-unreadable", where: `${file}:${line}`, text });
    }
  }
  if (rows > 0 && entries.length === 0) problems.push(noneMatched(file, `${rows} rows`));
  return { sessions, problems };
};

/**
 * A time tracker's detailed export: each row that the team's rule matches is one person's session, on the day that the
 * tracker shows.
 */
export const defineTracker = ({
  columns,
  ...format
}: Omit<EffortFormat, "read"> & { columns: TrackerColumns }): EffortFormat =>
  defineEffort({ ...format, read: (file) => readTracker(columns, file) });
