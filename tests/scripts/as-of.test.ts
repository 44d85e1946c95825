import { expect, test } from "vitest";
import { asOfIn, parseAsOf } from "../../scripts/cli/as-of.ts";

const isoIn = (text: string, zone: string): string => new Date(asOfIn(parseAsOf(text)!, zone)).toISOString();

test("an instant is the same everywhere", () => {
  expect(isoIn("2026-03-05T13:54:00Z", "Pacific/Chatham")).toBe("2026-03-05T13:54:00.000Z");
  expect(isoIn("2026-03-05T13:54+01:00", "UTC")).toBe("2026-03-05T12:54:00.000Z");
  expect(isoIn("2026-03-05T13:54:00.250Z", "UTC")).toBe("2026-03-05T13:54:00.250Z");
});

test("a day ends where the team is", () => {
  expect(isoIn("2026-03-05", "UTC")).toBe("2026-03-05T23:59:59.000Z");
  expect(isoIn("2026-03-05", "Europe/Berlin")).toBe("2026-03-05T22:59:59.000Z");
  // The day on which the clock goes forward, and one far east.
  expect(isoIn("2026-03-29", "Europe/Berlin")).toBe("2026-03-29T21:59:59.000Z");
  expect(isoIn("2026-03-05", "Pacific/Chatham")).toBe("2026-03-05T10:14:59.000Z");
});

test.each([
  "yesterday",
  "2026-02-30",
  "2026-02-30T10:00:00Z",
  "2026-13-01",
  "2026-03-05T13:54:00",
  "05.03.2026",
  "",
])("%j is neither", (text) => {
  expect(parseAsOf(text)).toBeNull();
});
