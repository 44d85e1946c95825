import { type Component, linesOf, textOf } from "./components.ts";
import { durationFrom, type FindZone, type Stamp, stampOf } from "./stamp.ts";

type Start = Extract<Stamp, { kind: "time" }>;

/** When an event is, for how long and how many people. */
export type Timing = {
  start: Start;
  /** Minutes of one that starts at such a time. */
  minutesFrom: (start: Pick<Start, "wall" | "zone">) => number;
  people: number;
};

/** What one can wrong with an event, told without anything that it says. */
export type Fault = { line: number; text: string };

const ESCAPES: Record<string, string> = { n: "\n", N: "\n" };

export const summaryOf = (event: Component): string =>
  (textOf(event, "SUMMARY") ?? "").replaceAll(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char);

export const isCancelled = (event: Component): boolean => /^cancell?ed$/i.test(textOf(event, "STATUS") ?? "");

/**
 * Attendees who did not decline, each address once; rooms and equipment are no people. The organiser counts only where
 * listed. An event that lists nobody is one person's.
 */
const peopleAt = (event: Component): number => {
  const listed = linesOf(event, "ATTENDEE").filter(
    ({ params }) => !/^(?:room|resource)$/i.test(params.get("CUTYPE") ?? ""),
  );
  if (listed.length === 0) return 1;
  const declined = new Map<string, boolean>();
  for (const { value, params, line } of listed) {
    const address = value.trim() === "" ? `line ${line}` : value.trim().toLowerCase();
    declined.set(address, /^declined$/i.test(params.get("PARTSTAT") ?? ""));
  }
  return [...declined.values()].filter((one) => !one).length;
};

const isWholeDay = (event: Component, start: Stamp): boolean =>
  start.kind === "day" || /^true$/i.test(textOf(event, "X-MICROSOFT-CDO-ALLDAYEVENT") ?? "");

/**
 * The length rule of an event: with an end every repetition is exactly as long as the first, with a duration it is counted
 * anew from each start (RFC 5545 §3.8.5.3).
 */
const lengthOf = (event: Component, start: Start, findZone: FindZone): Timing["minutesFrom"] | Fault => {
  const [ending] = linesOf(event, "DTEND");
  if (ending) {
    const end = stampOf(ending, findZone);
    if (end?.kind !== "time") return { line: ending.line, text: "no readable end" };
    const minutes = (end.at - start.at) / 60_000;
    return minutes > 0 ? () => minutes : { line: ending.line, text: "the end is not after the start" };
  }
  const [lasting] = linesOf(event, "DURATION");
  if (!lasting) return { line: event.line, text: "no end and no duration" };
  const first = durationFrom(lasting.value, start);
  return first === null || first <= 0
    ? { line: lasting.line, text: "no readable duration (over 0)" }
    : (from) => durationFrom(lasting.value, from) ?? first;
};

/** The timing of an event, `null` for a whole day, which takes nobody's hours, or what is wrong with it. */
export const timingOf = (event: Component, findZone: FindZone): Timing | Fault | null => {
  const [starting] = linesOf(event, "DTSTART");
  const start = starting ? stampOf(starting, findZone) : null;
  if (start === null) return { line: starting?.line ?? event.line, text: "no readable start" };
  if (start.kind === "day" || isWholeDay(event, start)) return null;
  const minutesFrom = lengthOf(event, start, findZone);
  return "line" in minutesFrom ? minutesFrom : { start, minutesFrom, people: peopleAt(event) };
};
