import fc from "fast-check";
import { expect, test } from "vitest";
import { fromWallClock, toIso } from "../../../src/lib/dates.ts";
import { quickClock } from "../../../src/sources/files/quick-clock.ts";
import { readClockText } from "../../../src/sources/files/wall-clock-text.ts";
import { zoneClock } from "../../../src/sources/files/zone-clock.ts";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Beirut",
  "Asia/Kolkata",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Africa/Monrovia",
  "+05:30",
  "+99:00",
  "No/Where",
];
const clocks = new Map(ZONES.map((zone) => [zone, zoneClock(zone)]));

test("a wall clock is told as Temporal tells it, in every zone and on the days on which the clocks change", () => {
  const clock = fc.record({
    year: fc.integer({ min: 1960, max: 2105 }),
    month: fc.integer({ min: 0, max: 13 }),
    day: fc.integer({ min: 0, max: 32 }),
    hour: fc.integer({ min: 0, max: 24 }),
    minute: fc.integer({ min: 0, max: 60 }),
    second: fc.constantFrom(0, 0, 59, 60),
  });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), clock, (zone, at) => {
      const expected = fromWallClock(at, zone);
      expect(clocks.get(zone)!(at)).toBe(expected === null ? null : toIso(expected));
    }),
    { numRuns: 6000, seed: 3 },
  );
});

test.each(["Europe/Berlin", "Pacific/Apia", "Asia/Beirut", "Australia/Lord_Howe"])(
  "every half hour around the changes of a year is right in %s",
  (zone) => {
    const clock = zoneClock(zone);
    for (let at = Date.UTC(2011, 0, 1); at < Date.UTC(2012, 0, 3); at += 1_800_000) {
      const date = new Date(at);
      const shown = {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: 0,
      };
      expect(clock(shown), JSON.stringify(shown)).toBe(toIso(fromWallClock(shown, zone)!));
    }
  },
);

test("what the quick reading takes for a date is the date that the patterns read", () => {
  const text = fc
    .tuple(
      fc.constantFrom("1", "09", "31", "0", "x"),
      fc.constantFrom("/", "-", " "),
      fc.constantFrom("Jan", "févr.", "abr", "paź", "SEP", "02", "Xyz", "December"),
      fc.constantFrom("/", "-"),
      fc.constantFrom("26", "2026", "6"),
      fc.constantFrom(
        " 9:05 AM",
        " 12:00 PM",
        " 13:00 PM",
        " 0:30 AM",
        " 23:59",
        " 9:5 AM",
        "",
        " 9:05 am",
        " 12:60 AM",
      ),
    )
    .map((parts) => parts.join(""));
  const iso = fc
    .tuple(
      fc.constantFrom("2026-01-05", "2026-1-5", "2026-13-40"),
      fc.constantFrom(" ", "T", "x"),
      fc.constantFrom("09:05", "09:05:07", "24:00", "9:05", "09:05:07.5", "09:05Z"),
    )
    .map((parts) => parts.join(""));
  let quick = 0;
  fc.assert(
    fc.property(fc.oneof(text, iso), (cell) => {
      const bytes = Buffer.from(`1/${cell}/9:05 AM`);
      const found = quickClock(bytes, 2, 2 + Buffer.byteLength(cell));
      if (found === null) return;
      quick += 1;
      expect(found).toEqual(readClockText(cell));
    }),
    { numRuns: 4000, seed: 4 },
  );
  expect(quick).toBeGreaterThan(100);
});
