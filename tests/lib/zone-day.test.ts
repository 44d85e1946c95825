import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../../src/lib/dates.ts";
import { zoneDay } from "../../src/lib/zone-day.ts";

const ZONES = ["UTC", "Europe/Berlin", "Pacific/Chatham", "America/St_Johns", "Asia/Kolkata", "Pacific/Apia"];

test("a browser without Temporal finds the same day in every zone", () => {
  const instant = fc.integer({ min: Date.parse("1990-01-01"), max: Date.parse("2100-01-01") });
  const zones = ZONES.map((zone) => ({ zone, day: zoneDay(zone) }));
  fc.assert(
    fc.property(instant, fc.constantFrom(...zones), (at, { zone, day }) => {
      expect(day(at)).toBe(dayOf(at, zone));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("midnight begins a day", () => {
  const day = zoneDay("Europe/Berlin");
  expect(day(Date.parse("2026-05-18T22:00:00Z"))).toBe("2026-05-19");
  expect(day(Date.parse("2026-05-18T21:59:59Z"))).toBe("2026-05-18");
});

test("a zone that is not known is an error", () => {
  expect(() => zoneDay("Mars/Olympus")).toThrow(RangeError);
});
