import { describe, expect, test } from "vitest";
import { lostFinding, statusGap } from "../../src/history/status-gap.ts";

const EVENTS = { since: "2025-10-15T00:00:00Z", lostSince: "2026-09-24T00:00:00Z" };
const lost = (knownAt: string, hadEvents = true) => ({ id: "#1", knownAt, hadEvents });

describe("from when on events of the status are missing", () => {
  test("never, where every status is explained", () => {
    expect(statusGap([], EVENTS)).toBeNull();
    expect(lostFinding([], null)).toEqual([]);
  });

  test("not before GitHub began to lose them", () => {
    expect(statusGap([lost("2026-03-01T00:00:00Z")], EVENTS)).toBe(EVENTS.lostSince);
  });

  test("not before a status was last known", () => {
    expect(statusGap([lost("2026-10-01T00:00:00Z"), lost("2026-11-01T00:00:00Z")], EVENTS)).toBe(
      "2026-10-01T00:00:00Z",
    );
  });

  test("from the beginning of an item that is older than such events and never had one", () => {
    expect(statusGap([lost("2025-01-01T00:00:00Z", false)], EVENTS)).toBe("2025-01-01T00:00:00Z");
    expect(statusGap([lost("2026-01-01T00:00:00Z", false)], EVENTS)).toBe(EVENTS.lostSince);
  });
});

test("all of them are counted, and the first are named", () => {
  const many = Array.from({ length: 30 }, () => lost("2026-10-01T00:00:00Z"));
  const [finding] = lostFinding(many, "2026-10-01T00:00:00Z");
  expect([finding!.id, finding!.count, finding!.first.length]).toEqual(["status-events-lost", 30, 20]);
  expect(finding!.first[0]!.text).toContain("2026-10-01T00:00:00Z");
});
