import { describe, expect, test } from "vitest";
import { toIso } from "../../../src/lib/dates.ts";
import { instantFromName } from "../../../src/sources/files/export-instant.ts";

const instant = (name: string, zone = "Europe/Berlin"): string | null => {
  const found = instantFromName(name, zone);
  return found === null ? null : `${toIso(found.at)}${found.bareDate ? " (day)" : ""}`;
};

describe("the instant in a file's name", () => {
  test.each([
    "2026-03-05T135422.csv",
    "20260305T135422.csv",
    "2026-03-05T13-54-22.csv",
    "2026-03-05T13_54_22.csv",
    "2026-03-05T13:54:22.csv",
    "2026-03-05 13.54.22.csv",
    "2026-03-05_13-54-22.csv",
    "Jira Export 20260305135422.csv",
    "Jira Export Excel CSV (all fields) 20260305135422.csv",
    "Jira 20260305135422 (1).csv",
    "2026-03-05T135422.731.csv",
    "backlog-2026-03-05t135422.csv",
  ])("is wall clock in the team's zone: %s", (name) => {
    expect(instant(name)).toBe("2026-03-05T12:54:22Z");
  });

  test.each([
    ["2026-03-05T135422Z.csv", "2026-03-05T13:54:22Z"],
    ["20260305T135422Z.csv", "2026-03-05T13:54:22Z"],
    ["2026-03-05T135422z.csv", "2026-03-05T13:54:22Z"],
    ["2026-03-05T135422+0100.csv", "2026-03-05T12:54:22Z"],
    ["2026-03-05T135422+01:00.csv", "2026-03-05T12:54:22Z"],
    ["2026-03-05T135422-0530.csv", "2026-03-05T19:24:22Z"],
    ["2026-03-05T235959-11_00.csv", "2026-03-06T10:59:59Z"],
  ])("goes by Z or an offset where the name has one: %s", (name, expected) => {
    expect(instant(name)).toBe(expected);
  });

  test("may leave out the seconds", () => {
    expect(instant("2026-03-05T1354.csv")).toBe("2026-03-05T12:54:00Z");
    expect(instant("2026-03-05 13-54.csv")).toBe("2026-03-05T12:54:00Z");
  });

  test.each([
    "2026-03-05.csv",
    "20260305.csv",
    "export 2026-03-05 (2).csv",
    "Backlog_2026-03-05.tsv",
    "2026-03-05-open.csv",
  ])("is the last second of a bare date's day: %s", (name) => {
    expect(instant(name)).toBe("2026-03-05T22:59:59Z (day)");
  });

  test("is the last second of the day in the zone, however long that day is", () => {
    expect(instant("2026-03-29.csv")).toBe("2026-03-29T21:59:59Z (day)");
    expect(instant("2026-10-25.csv")).toBe("2026-10-25T22:59:59Z (day)");
    expect(instant("2026-03-05.csv", "Pacific/Auckland")).toBe("2026-03-05T10:59:59Z (day)");
  });

  test("is the earlier one of a repeated hour and moves a skipped one forward", () => {
    expect(instant("2026-10-25T023000.csv")).toBe("2026-10-25T00:30:00Z");
    expect(instant("2026-03-29T023000.csv")).toBe("2026-03-29T01:30:00Z");
  });

  test.each([
    "backlog.csv",
    "Sprint 12.csv",
    "Jira.csv",
    "export-123456.csv",
    "2026-03.csv",
    "12026-03-05.csv",
    "2026-03-051.csv",
  ])("is not there without a date: %s", (name) => {
    expect(instant(name)).toBeNull();
  });

  test.each([
    "2026-02-30.csv",
    "2026-13-01.csv",
    "20260230.csv",
    "2026-03-05T250000.csv",
    "2026-03-05T136122.csv",
    "20260305136122.csv",
  ])("is not there with a date that no calendar has: %s", (name) => {
    expect(instant(name)).toBeNull();
  });

  test("is not hidden by a number of as many digits before it", () => {
    expect(instant("filter 99887766 2026-03-05.csv")).toBe("2026-03-05T22:59:59Z (day)");
  });
});
