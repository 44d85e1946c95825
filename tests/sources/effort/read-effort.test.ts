import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../src/lib/text.ts";
import { effortFormats } from "../../../src/sources/effort/registry.ts";
import { SourceError } from "../../../src/sources/source-error.ts";
import { EVERYTHING, event, ics, readBytes, readText } from "./effort-file.ts";

describe("a refinement file", () => {
  test("of no known kind is shown its first line and every known kind", async () => {
    await expect(readText("day,length\n2026-03-05,60\n")).rejects.toThrowErrorMatchingInlineSnapshot(
      `[SourceError: refinement/a.csv:1 › the first line is of no known refinement file. Found: day, length. Known are: session log (date, minutes, people, note); Toggl detailed report (Project, Description, Start date, Start time, Duration, Tags); Clockify detailed report (Project, Description, Tags, Start Date, Duration (h), Duration (decimal)); Tempo work logs (Issue Key, Issue summary, Hours, Work date, Work Description); Harvest detailed time report (Date, Client, Project, Task, Notes, Hours); iCalendar file (BEGIN:VCALENDAR).]`,
    );
  });

  test("that is no text is refused", async () => {
    await expect(readBytes(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).rejects.toThrow(SourceError);
    await expect(readText("")).rejects.toThrow(SourceError);
  });

  test("is known by its first line to exactly one kind", () => {
    for (const format of effortFormats) {
      const names = new Set(format.example.split(", ").map(fold));
      expect(effortFormats.filter((one) => one.recognises(names))).toEqual([format]);
    }
  });

  test("has a kind of its own id and title each", () => {
    expect(new Set(effortFormats.map(({ id }) => id)).size).toBe(effortFormats.length);
    expect(new Set(effortFormats.map(({ title }) => title)).size).toBe(effortFormats.length);
  });
});

const HEADS = [
  "date,minutes,people\n",
  "Description,Start date,Duration\n",
  "Description,Start Date,Duration (h)\n",
  "Date,Notes,Hours\n",
  "Hours,Work date,Work Description\n",
  "BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
  "",
];
const PIECES = [
  ..."BEGIN:VEVENT END:VEVENT BEGIN:VTIMEZONE END:VTIMEZONE BEGIN:STANDARD END:STANDARD END:VCALENDAR UID:1".split(
    " ",
  ),
  ..."DTSTART:20260305T100000Z DTEND:20260305T110000Z DTSTART;VALUE=DATE:20260305 DURATION:PT1H DURATION:-P1Y".split(
    " ",
  ),
  ..."RRULE:FREQ=WEEKLY RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 RDATE:20260306T100000Z/PT30M EXDATE:2026".split(
    " ",
  ),
  ..."RECURRENCE-ID:20260312T100000Z STATUS:CANCELLED SEQUENCE:x ATTENDEE:a ATTENDEE;PARTSTAT= TZID:A".split(
    " ",
  ),
  ...'DTSTART;TZID=A:20260305T100000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 2026-03-05,60,6 , " ; : \u0000'.split(
    " ",
  ),
];
const WHOLE = ics(event("DTSTART:20260305T100000Z", "DTEND:20260305T110000Z", "RRULE:FREQ=WEEKLY;COUNT=3"));

const refused = async (text: string): Promise<void> => {
  try {
    const { sessions } = await readText(text, { match: EVERYTHING, zone: "America/New_York" });
    for (const { day, minutes, people } of sessions) {
      expect(Temporal.PlainDate.from(day).toString()).toBe(day);
      expect(minutes).toBeGreaterThan(0);
      expect(people).toBeGreaterThan(0);
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
  }
};

describe("any text", () => {
  test("made of the formats' own pieces gives sound sessions or a SourceError", async () => {
    const text = fc
      .tuple(
        fc.constantFrom(...HEADS),
        fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 20 }))),
        fc.constantFrom("", "\nEND:VEVENT\nEND:VCALENDAR\n"),
      )
      .map(([head, pieces, tail]) => head + pieces.join("\n") + tail);
    await fc.assert(fc.asyncProperty(text, refused), { numRuns: 500 });
  });

  test("that was once a calendar gives sound sessions or a SourceError", async () => {
    const edit = fc.tuple(fc.nat(WHOLE.length), fc.nat(12), fc.string({ maxLength: 6 }));
    const broken = fc
      .array(edit, { minLength: 1, maxLength: 4 })
      .map((edits) =>
        edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), WHOLE),
      );
    await fc.assert(fc.asyncProperty(broken, refused), { numRuns: 500 });
  });
});
