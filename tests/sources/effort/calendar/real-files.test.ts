import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { EVERYTHING, everyDay, hoursByDay, problemsOf, type RulesInTest, readBytes } from "../effort-file.ts";

const folder = resolve(import.meta.dirname, "../../../../../shared/exports/ics");
const there = existsSync(folder);
if (!there) console.warn("../shared/exports/ics is not there: real calendars are not tested");

const read = (name: string, rules: RulesInTest = {}) =>
  readBytes(readFileSync(resolve(folder, name)), { match: EVERYTHING, ...rules }, `refinement/${name}`);

/** Hours of the same day added up. */
const sum = (...parts: Record<string, number>[]): Record<string, number> => {
  const days: Record<string, number> = {};
  for (const part of parts)
    for (const [day, hours] of Object.entries(part)) days[day] = (days[day] ?? 0) + hours;
  return days;
};

describe.skipIf(!there)("real calendars, counted by hand", () => {
  test("names of zones as Outlook shows them; a series whose first day its own rule leaves out", async () => {
    const days = sum(
      // 13:30 in Sydney is 22:30 of the evening before in New York.
      { "2020-10-27": 1.5, "2020-10-28": 1.5, "2020-11-02": 1.5 },
      everyDay({ from: "2020-11-05", to: "2021-08-27", weekdays: [4, 5], hours: 1.5 }),
    );
    expect(Object.keys(days)).toHaveLength(3 + 43 + 43);
    expect(hoursByDay(await read("Office-2012-owa.ics", { zone: "America/New_York" }))).toEqual(days);
    // 13:30 in New York is 04:30 of the next morning in Sydney.
    const inSydney = hoursByDay(await read("Office-2012-owa.ics", { zone: "Australia/Sydney" }));
    expect(inSydney["2020-10-28"]).toBe(1.5);
    expect(inSydney["2020-10-29"]).toBe(1.5);
  });

  test("a broken rule and an event without length are told with their lines, and the rest counts", async () => {
    const found = await read("badRRULE.ics", { zone: "America/Denver", asOf: "2020-10-20T12:00:00Z" });
    const tenMinutes = Number((10 / 60).toFixed(6));
    expect(hoursByDay(found)).toEqual(
      everyDay({
        from: "2020-09-03",
        to: "2020-10-19",
        weekdays: [1, 2, 3, 4, 5],
        hours: tenMinutes,
        less: ["2020-10-15"],
      }),
    );
    expect(problemsOf(found)).toMatchInlineSnapshot(`
      [
        "refinement/badRRULE.ics:50 session-unreadable: no readable recurrence rule; the event is not counted",
        "refinement/badRRULE.ics:70 session-unreadable: the end is not after the start; the event is not counted",
      ]
    `);
  });

  test("a series without an end goes up to as-of", async () => {
    const hours = everyDay({ from: "2012-08-01", to: "2012-08-05", hours: 1 });
    // 05:00 in Los Angeles is 12:00 UTC.
    expect(hoursByDay(await read("daily_recur.ics", { asOf: "2012-08-05T12:00:00Z" }))).toEqual(hours);
    delete hours["2012-08-05"];
    expect(hoursByDay(await read("daily_recur.ics", { asOf: "2012-08-05T11:59:59Z" }))).toEqual(hours);
    expect((await read("daily_recur.ics", { asOf: "2026-05-31T23:00:00Z" })).sessions).toHaveLength(5052);
  });

  test("a duration in place of an end", async () => {
    expect(hoursByDay(await read("duration_instead_of_dtend.ics"))).toEqual({ "2012-06-30": 24 });
  });

  test("whole days are nobody's hours, moved or not", async () => {
    expect(await read("exchange_whole_day_moved_recurrence.ics")).toEqual({ sessions: [], problems: [] });
  });

  test("an exception that stands before its series", async () => {
    expect(hoursByDay(await read("google-calendar-kiev-tz.ics"))).toEqual(
      everyDay({ from: "2016-08-25", to: "2016-08-28", hours: 1 }),
    );
  });

  test("Windows zones, one of them quoted together with its date", async () => {
    const days = sum(
      { "2020-09-10": 0.5, "2020-09-15": 1 },
      everyDay({ from: "2020-06-09", to: "2021-03-09", weekdays: [1, 2, 3, 4, 5, 6], hours: 0.5 }),
      everyDay({
        from: "2020-07-07",
        to: "2021-03-09",
        weekdays: [2, 4, 5, 7],
        hours: 0.5,
        less: ["2020-07-21", "2020-07-23", "2020-07-28", "2020-08-13", "2020-08-25", "2020-09-03"],
      }),
    );
    const found = await read("ms_timezones.ics", { zone: "Europe/Berlin" });
    expect(hoursByDay(found)).toEqual(days);
    expect(found.sessions).toHaveLength(1 + 1 + 235 + 135);
    expect(found.problems).toEqual([]);
  });

  test("two rules of one event", async () => {
    const to = "2012-07-29";
    const days = everyDay({ from: "2012-03-26", to, weekdays: [1, 7], hours: 0.5 });
    expect(Object.keys(days)).toHaveLength(18 + 18);
    expect(hoursByDay(await read("multiple_rrules.ics"))).toEqual(days);
  });

  test("an exception by day; without an end and a duration nothing is counted", async () => {
    const found = await read("rdate_exdate.ics");
    expect(found.sessions).toEqual([]);
    expect(problemsOf(found)).toMatchInlineSnapshot(`
      [
        "refinement/rdate_exdate.ics:2 session-unreadable: no end and no duration; the event is not counted",
      ]
    `);
  });

  test("further dates and periods, exceptions, and dates moved to another hour and day", async () => {
    const found = await read("recur_instances.ics", {
      zone: "America/Los_Angeles",
      asOf: "2013-06-30T00:00:00Z",
    });
    expect(hoursByDay(found)).toEqual({
      "2012-10-02": 0.5, // moved within the day; the change lists no attendees
      "2012-11-06": 2, // the first Tuesday with three, and what was moved here from the 5th with one
      "2012-11-10": 1.5,
      "2012-11-30": 1.5,
      "2013-01-01": 1.5,
      "2013-03-05": 1.5,
      "2013-05-07": 1.5,
      "2013-06-04": 1.5,
    });
    const later = hoursByDay(await read("recur_instances.ics", { zone: "America/Los_Angeles" }));
    // A further date at 09:00Z, which is 01:00 there, and a period of three and a half hours.
    expect([later["2023-11-23"], later["2023-11-25"]]).toEqual([1.5, 10.5]);
  });

  test("a rule that ends at a time of no zone", async () => {
    const days = ["2012-10-02", "2012-11-05", "2012-11-06", "2012-11-10", "2012-12-04"];
    const zone = "America/Los_Angeles";
    expect(hoursByDay(await read("recur_instances_finite.ics", { zone }))).toEqual(
      Object.fromEntries(days.map((day) => [day, 1.5])),
    );
  });

  test("tentative counts, cancelled does not", async () => {
    expect(hoursByDay(await read("tentative-apple-calendar.ics", { zone: "America/Vancouver" }))).toEqual({
      "2022-07-04": 0.833333,
      "2022-07-05": 1,
      "2022-07-07": 1,
    });
  });
});
