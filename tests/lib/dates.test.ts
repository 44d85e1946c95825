import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  DAY,
  dayOf,
  daysBetween,
  fromIso,
  fromWallClock,
  startOfDay,
  toIso,
  weekday,
} from "../../src/lib/dates.ts";

const BERLIN = "Europe/Berlin";
const CHATHAM = "Pacific/Chatham";

/** What a clock on the wall shows, as an instant in UTC. */
const wall = (text: string, zone: string): string | null => {
  const [year, month, day, hour, minute] = text.match(/\d+/g)!.map(Number);
  const at = fromWallClock({ year: year!, month: month!, day: day!, hour: hour!, minute: minute! }, zone);
  return at === null ? null : toIso(at);
};

const days = fc
  .integer({ min: 0, max: 40_000 })
  .map((count) => new Date(count * DAY).toISOString().slice(0, 10));
const zones = fc.constantFrom(BERLIN, CHATHAM, "UTC", "America/St_Johns", "America/Santiago", "Africa/Cairo");

describe("the suite's own zone", () => {
  test("is the odd one", () => {
    expect(new Date(Date.UTC(2026, 0, 1)).getHours()).toBe(13);
    expect(new Date(Date.UTC(2026, 0, 1)).getMinutes()).toBe(45);
  });
});

describe("instants as text", () => {
  test("carry a fraction only where there is one", () => {
    expect(toIso(Date.UTC(2026, 4, 19, 9, 43, 49))).toBe("2026-05-19T09:43:49Z");
    expect(toIso(Date.UTC(2026, 4, 19, 9, 43, 49, 7))).toBe("2026-05-19T09:43:49.007Z");
  });

  test("come back as they were", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (at) => fromIso(toIso(at)) === at));
  });

  test("are read as Date.parse reads them, the common form and any other, from year 0 to 9999", () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
    const text = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), part(13), part(32), part(24), part(60), part(60))
      .map(
        ([year, month, day, ...time]) =>
          `${String(year).padStart(4, "0")}-${month}-${day}T${time.join(":")}Z`,
      );
    const slip = fc.tuple(fc.nat(19), fc.constantFrom(..."09aZ-:. ")).map(([at, char]) => ({ at, char }));
    fc.assert(
      fc.property(text, fc.option(slip, { freq: 2 }), (right, wrong) => {
        const read = wrong ? right.slice(0, wrong.at) + wrong.char + right.slice(wrong.at + 1) : right;
        const wanted = Date.parse(read);
        if (Number.isNaN(wanted)) expect(() => fromIso(read)).toThrow(RangeError);
        else expect(fromIso(read), read).toBe(wanted);
      }),
      { numRuns: 2000 },
    );
    expect(fromIso("2000-02-29T00:00:00Z")).toBe(Date.UTC(2000, 1, 29));
    expect(fromIso("2000-03-01T00:00:00Z")).toBe(Date.UTC(2000, 2, 1));
  });

  test("are refused when they are none", () => {
    expect(() => fromIso("soon")).toThrow(new RangeError('"soon" is not an instant'));
  });
});

describe("a wall clock", () => {
  test("in summer and winter differs by the hour that is saved", () => {
    expect(wall("2026-07-01 12:00", BERLIN)).toBe("2026-07-01T10:00:00Z");
    expect(wall("2026-01-01 12:00", BERLIN)).toBe("2026-01-01T11:00:00Z");
    expect(wall("2026-01-01 12:00", CHATHAM)).toBe("2025-12-31T22:15:00Z");
    expect(wall("2026-07-01 12:00", CHATHAM)).toBe("2026-06-30T23:15:00Z");
  });

  test("in an hour that is skipped moves forward by the gap", () => {
    expect(wall("2026-03-29 02:30", BERLIN)).toBe(wall("2026-03-29 03:30", BERLIN));
    expect(wall("2026-03-29 02:30", BERLIN)).toBe("2026-03-29T01:30:00Z");
    expect(wall("2026-09-27 03:00", CHATHAM)).toBe(wall("2026-09-27 04:00", CHATHAM));
  });

  test("in an hour that comes twice is the earlier one", () => {
    expect(wall("2026-10-25 02:30", BERLIN)).toBe("2026-10-25T00:30:00Z");
    expect(wall("2026-10-25 03:00", BERLIN)).toBe("2026-10-25T02:00:00Z");
    expect(wall("2026-04-05 03:00", CHATHAM)).toBe("2026-04-04T13:15:00Z");
  });

  test("that no calendar has is none", () => {
    expect(wall("2026-02-30 10:00", BERLIN)).toBeNull();
    expect(wall("2026-13-01 10:00", BERLIN)).toBeNull();
    expect(wall("2026-02-20 25:00", BERLIN)).toBeNull();
    expect(wall("2026-02-20 10:60", BERLIN)).toBeNull();
    expect(wall("2028-02-29 10:00", BERLIN)).toBe("2028-02-29T09:00:00Z");
  });
});

describe("a day in a zone", () => {
  test("begins at its own midnight", () => {
    expect(toIso(startOfDay("2026-03-30", BERLIN))).toBe("2026-03-29T22:00:00Z");
    expect(toIso(startOfDay("2026-01-05", BERLIN))).toBe("2026-01-04T23:00:00Z");
    expect(toIso(startOfDay("2026-01-05", CHATHAM))).toBe("2026-01-04T10:15:00Z");
  });

  test("lasts 23 or 25 hours when the clocks change", () => {
    const hours = (day: string, zone: string): number =>
      (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / 3_600_000;
    expect(hours("2026-03-29", BERLIN)).toBe(23);
    expect(hours("2026-10-25", BERLIN)).toBe(25);
    expect(hours("2026-09-27", CHATHAM)).toBe(23);
    expect(hours("2026-04-05", CHATHAM)).toBe(25);
  });

  test("begins at its first instant where midnight is skipped", () => {
    expect(toIso(startOfDay("2026-09-06", "America/Santiago"))).toBe("2026-09-06T04:00:00Z");
    expect(dayOf(startOfDay("2026-09-06", "America/Santiago") - 1, "America/Santiago")).toBe("2026-09-05");
  });

  test("holds its first instant, and not the one before", () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const start = startOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(start - 1, zone)).toBe(addDays(day, -1));
      }),
    );
  });

  test("is another one elsewhere", () => {
    const at = fromIso("2026-05-19T23:30:00Z");
    expect([dayOf(at, "UTC"), dayOf(at, BERLIN), dayOf(at, "America/St_Johns")]).toEqual([
      "2026-05-19",
      "2026-05-20",
      "2026-05-19",
    ]);
  });
});

describe("days of the calendar", () => {
  test("are added over months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(addDays("2026-03-28", 14)).toBe("2026-04-11");
  });

  test("are counted as they were added", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test("know their weekday", () => {
    expect(weekday("2026-01-05")).toBe(1);
    expect(weekday("2026-01-11")).toBe(7);
  });
});
