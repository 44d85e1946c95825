import type { EffortRecords, EffortRules } from "../../../src/sources/effort/define.ts";
import { DEFAULT_MATCH } from "../../../src/sources/effort/match.ts";
import { readEffort } from "../../../src/sources/effort/read-effort.ts";

export const EVERYTHING = { project: [], tag: [], text: [""] };

/** `asOf` as an instant in text. */
export type RulesInTest = Partial<Omit<EffortRules, "asOf">> & { asOf?: string };

export const rulesOf = ({ asOf = "2026-06-01T00:00:00Z", ...rest }: RulesInTest = {}): EffortRules => ({
  zone: "UTC",
  exportZone: "UTC",
  dates: null,
  match: DEFAULT_MATCH,
  asOf: Date.parse(asOf),
  ...rest,
});

export const readBytes = (bytes: Uint8Array, rules: RulesInTest = {}, file = "refinement/a.csv") =>
  readEffort({ bytes, file, rules: rulesOf(rules) });

export const readText = (text: string, rules: RulesInTest = {}) =>
  readBytes(new TextEncoder().encode(text), rules);

/** Person-hours by day, in the order of the days; to six digits, for thirds of an hour. */
export const hoursByDay = ({ sessions }: EffortRecords): Record<string, number> => {
  const hours = new Map<string, number>();
  for (const { day, minutes, people } of sessions)
    hours.set(day, (hours.get(day) ?? 0) + (minutes * people) / 60);
  return Object.fromEntries(
    [...hours].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, sum]) => [day, Number(sum.toFixed(6))]),
  );
};

export const problemsOf = ({ problems }: EffortRecords): string[] =>
  problems.map(({ id, where, text }) => `${where} ${id}: ${text}`);

/** The days from one to another, both included, that are one of these weekdays (1 is Monday), each with the same hours. */
export const everyDay = (options: {
  from: string;
  to: string;
  weekdays?: number[];
  hours: number;
  less?: string[];
}): Record<string, number> => {
  const { from, to, weekdays = [1, 2, 3, 4, 5, 6, 7], hours, less = [] } = options;
  const days: Record<string, number> = {};
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
    if (weekdays.includes(day.dayOfWeek) && !less.includes(day.toString())) days[day.toString()] = hours;
  return days;
};

/** A calendar of these lines, with the ends of lines that the format asks for. */
export const ics = (...lines: string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");

let count = 0;
/** An event named Refinement of its own UID, unless the lines say otherwise. */
export const event = (...lines: string[]): string => {
  const has = (name: string): boolean => lines.some((line) => line.startsWith(`${name}:`));
  count += 1;
  return [
    "BEGIN:VEVENT",
    ...(has("UID") ? [] : [`UID:event-${count}`]),
    ...(has("SUMMARY") ? [] : ["SUMMARY:Refinement"]),
    ...lines,
    "END:VEVENT",
  ].join("\r\n");
};
