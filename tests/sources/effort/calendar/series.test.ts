import { describe, expect, test } from "vitest";
import { event, hoursByDay, ics, problemsOf, type RulesInTest, readText } from "../effort-file.ts";

const weekly = (...more: string[]): string =>
  event(
    "UID:weekly",
    "DTSTART:20260305T100000Z",
    "DTEND:20260305T110000Z",
    "RRULE:FREQ=WEEKLY;COUNT=4",
    ...more,
  );
const change = (id: string, ...more: string[]): string => event("UID:weekly", `RECURRENCE-ID:${id}`, ...more);
const at = (day: string, from = "10", to = "11"): string[] => [
  `DTSTART:${day}T${from}0000Z`,
  `DTEND:${day}T${to}0000Z`,
];

const days = async (text: string, rules: RulesInTest = {}) => hoursByDay(await readText(text, rules));
const SERIES = { "2026-03-05": 1, "2026-03-12": 1, "2026-03-19": 1, "2026-03-26": 1 };
const less = (...gone: string[]) =>
  Object.fromEntries(Object.entries(SERIES).filter(([day]) => !gone.includes(day)));

describe("a series", () => {
  test("loses a date that is cancelled, deleted, or not refinement any more", async () => {
    expect(await days(ics(weekly()))).toEqual(SERIES);
    const cancelled = change("20260312T100000Z", ...at("20260312"), "STATUS:CANCELLED");
    expect(await days(ics(weekly(), cancelled))).toEqual(less("2026-03-12"));
    expect(await days(ics(weekly("EXDATE:20260312T100000Z,20260326T100000Z")))).toEqual(
      less("2026-03-12", "2026-03-26"),
    );
    expect(await days(ics(weekly("EXDATE;VALUE=DATE:20260312")))).toEqual(less("2026-03-12"));
    const other = change("20260312T100000Z", ...at("20260312"), "SUMMARY:Retrospective");
    expect(await days(ics(weekly(), other))).toEqual(less("2026-03-12"));
  });

  test("has a date moved, whatever zone names it, and whichever comes first in the file", async () => {
    const moved = { ...less("2026-03-12"), "2026-03-13": 2 };
    const byInstant = change("20260312T100000Z", ...at("20260313", "10", "12"));
    const byZone = event(
      "UID:weekly",
      "RECURRENCE-ID;TZID=Europe/Berlin:20260312T110000",
      ...at("20260313", "10", "12"),
    );
    const byDay = event("UID:weekly", "RECURRENCE-ID;VALUE=DATE:20260312", ...at("20260313", "10", "12"));
    for (const one of [byInstant, byZone, byDay]) {
      expect(await days(ics(weekly(), one))).toEqual(moved);
      expect(await days(ics(one, weekly()))).toEqual(moved);
    }
  });

  test("counts a date moved to before as-of, and not one moved to after it", async () => {
    const earlier = change("20260326T100000Z", ...at("20260306"));
    const asOf = "2026-03-12T11:00:00Z";
    expect(await days(ics(weekly(), earlier), { asOf })).toEqual({
      "2026-03-05": 1,
      "2026-03-06": 1,
      "2026-03-12": 1,
    });
    const later = change("20260305T100000Z", ...at("20260313"));
    expect(await days(ics(weekly(), later), { asOf })).toEqual({ "2026-03-12": 1 });
  });

  test("goes altogether when it is cancelled as a whole", async () => {
    const moved = change("20260312T100000Z", ...at("20260313"));
    expect(await days(ics(weekly("STATUS:CANCELLED"), moved))).toEqual({});
  });

  test("is the newest of its versions", async () => {
    const newer = weekly("SEQUENCE:2", "EXDATE:20260326T100000Z");
    expect(await days(ics(newer, weekly("SEQUENCE:1")))).toEqual(less("2026-03-26"));
    const first = change("20260312T100000Z", ...at("20260313"), "SEQUENCE:1");
    const second = change("20260312T100000Z", ...at("20260314"), "SEQUENCE:2");
    expect(await days(ics(weekly(), second, first))).toEqual({ ...less("2026-03-12"), "2026-03-14": 1 });
  });

  test("may not be in the file at all: what was changed still took place", async () => {
    expect(await days(ics(change("20260312T100000Z", ...at("20260313"))))).toEqual({ "2026-03-13": 1 });
  });

  test("counts an instant once, however many rules and dates name it", async () => {
    const twice = weekly("RRULE:FREQ=DAILY;COUNT=2", "RDATE:20260312T100000Z,20260401T100000Z");
    expect(await days(ics(twice))).toEqual({ ...SERIES, "2026-03-06": 1, "2026-04-01": 1 });
  });

  test("takes dates out by a rule", async () => {
    const odd = weekly("EXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2");
    expect(await days(ics(odd))).toEqual(less("2026-03-05", "2026-03-19"));
  });

  test("of further dates alone begins with its start", async () => {
    const dates = event(
      ...at("20260305"),
      "RDATE:20260309T100000Z",
      "RDATE;VALUE=PERIOD:20260310T100000Z/PT30M",
    );
    expect(await days(ics(dates))).toEqual({ "2026-03-05": 1, "2026-03-09": 1, "2026-03-10": 0.5 });
  });

  test("tells what could not be read, and counts what could", async () => {
    const read = await readText(
      ics(
        weekly("EXDATE:nonsense", "RDATE;VALUE=DATE:20260401"),
        change("nonsense", ...at("20260313")),
        event("UID:weekly", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260319T100000Z", ...at("20260320")),
      ),
    );
    expect(hoursByDay(read)).toEqual({ ...less("2026-03-19"), "2026-03-20": 1 });
    expect(problemsOf(read)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv:15 session-unreadable: no readable date that it stands in for; the event is not counted",
        "refinement/a.csv:10 session-unclear: a further date cannot be read; the event is counted without it",
        "refinement/a.csv:9 session-unclear: an exception cannot be read; the event is counted on that date",
      ]
    `);
  });
});
