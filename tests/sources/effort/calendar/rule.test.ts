import { describe, expect, test } from "vitest";
import { openRule } from "../../../../src/sources/effort/calendar/rule.ts";

const datesOf = (text: string, start = "2026-01-05T10:00", last = "2026-12-31T23:59"): string[] | null => {
  const rule = openRule(text, {
    start: Temporal.PlainDateTime.from(start),
    toWall: (utc) => utc.add({ hours: 1 }),
  });
  return rule?.upTo(Temporal.PlainDateTime.from(last))?.map((wall) => wall.toString().slice(5, 16)) ?? null;
};

describe("a recurrence rule", () => {
  test.each([
    ["FREQ=WEEKLY;COUNT=3", ["01-05T10:00", "01-12T10:00", "01-19T10:00"]],
    ["freq=weekly; count=2;", ["01-05T10:00", "01-12T10:00"]],
    [
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=4;WKST=MO",
      ["01-05T10:00", "01-08T10:00", "01-19T10:00", "01-22T10:00"],
    ],
    ["FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", ["01-30T10:00", "02-27T10:00"]],
    ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;COUNT=2", ["01-27T10:00", "02-24T10:00"]],
    ["FREQ=DAILY;BYHOUR=9,15;COUNT=3", ["01-05T15:00", "01-06T09:00", "01-06T15:00"]],
  ])("%s", (text, dates) => {
    expect(datesOf(text)).toEqual(dates);
  });

  test("ends with the instant, the clock time or the day that it names, each included", () => {
    const two = ["01-05T10:00", "01-12T10:00"];
    expect(datesOf("FREQ=WEEKLY;UNTIL=20260112T090000Z")).toEqual(two);
    expect(datesOf("FREQ=WEEKLY;UNTIL=20260112T085959Z")).toEqual(two.slice(0, 1));
    expect(datesOf("FREQ=WEEKLY;UNTIL=20260112T100000")).toEqual(two);
    expect(datesOf("FREQ=WEEKLY;UNTIL=20260112")).toEqual(two);
  });

  test("without a date up to as-of has none", () => {
    expect(datesOf("FREQ=WEEKLY", "2026-01-05T10:00", "2026-01-05T09:59")).toEqual([]);
    expect(datesOf("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "1970-01-01T10:00")).toEqual([]);
    expect(datesOf("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "1970-01-01T10:00")).toEqual([]);
  });

  test("daily for half a century is counted", () => {
    expect(datesOf("FREQ=DAILY", "1970-01-01T10:00")).toHaveLength(20_819);
  });

  test.each([
    "",
    "FREQ=",
    "WEEKLY",
    "INTERVAL=1",
    "FREQ=HOURLY",
    "RRULE:AnythingRandom;FREQ=WEEKLY;BYDAY=FR",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;COUNT=0",
    "FREQ=WEEKLY;COUNT=3;UNTIL=20260112T090000Z",
    "FREQ=WEEKLY;INTERVAL=-1",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;UNTIL=20260230",
    "FREQ=WEEKLY;UNTIL=tomorrow",
    "FREQ=YEARLY;BYMONTH=13",
    "FREQ=DAILY;BYHOUR=25",
    "FREQ=WEEKLY;BYMONTHDAY=5",
    "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,30",
  ])("%j is none", (text) => {
    expect(datesOf(text)).toBeNull();
  });
});
