import { describe, expect, test } from "vitest";
import { event, hoursByDay, ics, problemsOf, type RulesInTest, readText } from "../effort-file.ts";

const days = async (lines: string[], rules: RulesInTest = {}) =>
  hoursByDay(await readText(ics(...lines), rules));

describe("an event", () => {
  test("counts by its summary, with its marks undone and whatever its case", async () => {
    const at = ["DTSTART:20260305T100000Z", "DTEND:20260305T110000Z"];
    const named = (summary: string) => event(`SUMMARY:${summary}`, ...at);
    const match = { project: ["planning"], tag: ["planning"], text: ["shop, refinement"] };
    const lines = [named("Planning"), named("SHOP\\,  Refinement\\nof the week"), named("Refinement")];
    expect(await days(lines, { match })).toEqual({ "2026-03-05": 1 });
    const none = await readText(ics(named("Planning"), named("Daily")));
    expect(problemsOf(none)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv session-none-matched: none of its 2 events is refinement by effort.match; nothing of this file is counted",
      ]
    `);
  });

  test("belongs to the day on which it starts on the team's clock, over midnight and over zones", async () => {
    const late = event("DTSTART:20260305T233000Z", "DTEND:20260306T013000Z");
    expect(await days([late])).toEqual({ "2026-03-05": 2 });
    expect(await days([late], { zone: "Europe/Berlin" })).toEqual({ "2026-03-06": 2 });
    expect(await days([late], { zone: "America/Los_Angeles" })).toEqual({ "2026-03-05": 2 });
    const early = event("DTSTART;TZID=Asia/Tokyo:20260306T080000", "DTEND;TZID=Asia/Tokyo:20260306T090000");
    expect(await days([early])).toEqual({ "2026-03-05": 1 });
    const noZone = event("DTSTART:20260306T003000", "DTEND:20260306T013000");
    expect(await days([noZone], { zone: "America/Los_Angeles" })).toEqual({ "2026-03-06": 1 });
  });

  test("that starts after as-of has not taken place", async () => {
    const one = event("DTSTART:20260305T100000Z", "DTEND:20260305T110000Z");
    expect(await days([one], { asOf: "2026-03-05T10:00:00Z" })).toEqual({ "2026-03-05": 1 });
    expect(await days([one], { asOf: "2026-03-05T09:59:59Z" })).toEqual({});
  });

  test("may end in another zone than it starts", async () => {
    const flight = event(
      "DTSTART;TZID=Europe/Berlin:20260305T100000",
      "DTEND;TZID=Europe/London:20260305T100000",
    );
    expect(await days([flight])).toEqual({ "2026-03-05": 1 });
  });

  test("lasts as its duration says, whose days are the calendar's", async () => {
    const lasting = (duration: string) =>
      event("DTSTART;TZID=Europe/Berlin:20260328T120000", `DURATION:${duration}`);
    expect(await days([lasting("PT1H30M")])).toEqual({ "2026-03-28": 1.5 });
    // The night to 29 March 2026 is an hour shorter in Berlin.
    expect(await days([lasting("P1D")])).toEqual({ "2026-03-28": 23 });
    expect(await days([lasting("PT24H")])).toEqual({ "2026-03-28": 24 });
  });

  test("of a whole day is nobody's hours, however the calendar says so", async () => {
    const byDay = event("DTSTART;VALUE=DATE:20260305", "DTEND;VALUE=DATE:20260306");
    const bare = event("DTSTART:20260305");
    const exchange = event(
      "DTSTART:20260305T000000Z",
      "DTEND:20260306T000000Z",
      "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    );
    expect(await readText(ics(byDay, bare, exchange))).toEqual({ sessions: [], problems: [] });
  });

  test("that cannot be read is told with its line, and the next one counts", async () => {
    const read = await readText(
      ics(
        event("DTEND:20260305T110000Z"),
        event("DTSTART:20260230T100000Z", "DTEND:20260305T110000Z"),
        event("DTSTART:20260305T100000Z", "DTEND:20260305"),
        event("DTSTART:20260305T100000Z", "DTEND:20260305T090000Z"),
        event("DTSTART:20260305T100000Z", "DURATION:an hour"),
        event("DTSTART:20260305T100000Z", "DURATION:-PT1H"),
        event("DTSTART:20260305T100000Z"),
        event("DTSTART:19690305T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
        event("DTSTART:20260305T100000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY"),
        event("DTSTART:20260305T100000Z", "DURATION:PT1H"),
      ),
    );
    expect(hoursByDay(read)).toEqual({ "2026-03-05": 1 });
    expect(problemsOf(read)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv:3 session-unreadable: no readable start; the event is not counted",
        "refinement/a.csv:11 session-unreadable: no readable start; the event is not counted",
        "refinement/a.csv:18 session-unreadable: no readable end; the event is not counted",
        "refinement/a.csv:24 session-unreadable: the end is not after the start; the event is not counted",
        "refinement/a.csv:30 session-unreadable: no readable duration (over 0); the event is not counted",
        "refinement/a.csv:36 session-unreadable: no readable duration (over 0); the event is not counted",
        "refinement/a.csv:38 session-unreadable: no end and no duration; the event is not counted",
        "refinement/a.csv:48 session-unreadable: no readable recurrence rule; the event is not counted",
        "refinement/a.csv:55 session-unreadable: no readable recurrence rule; the event is not counted",
      ]
    `);
  });

  test("of a calendar that was cut off is not used, nor any other of it", async () => {
    const text = ics(event("DTSTART:20260305T100000Z", "DURATION:PT1H"));
    await expect(readText(text.slice(0, -25))).rejects.toThrowErrorMatchingInlineSnapshot(
      `[SourceError: refinement/a.csv:1 › the file ends inside the VCALENDAR that begins here. The download was probably cut off: export the calendar again. Nothing of this file was used.]`,
    );
  });
});
