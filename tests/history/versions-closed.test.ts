import { describe, expect, test } from "vitest";
import { openBacklog } from "../../src/history/backlog.ts";
import type { Facts } from "../../src/model/facts.ts";
import { backlogOf, closingsOf, ms, SPRINTS, STAGES, stageAt } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { event, historyOfReads, itemRead, readAt, TOLD } from "../support/read-builder.ts";

const OPEN: Partial<Facts> = Object.freeze({
  type: "Story",
  status: "New",
  category: "todo",
  createdAt: "2026-01-02T08:00:00Z",
});
const DONE: Partial<Facts> = Object.freeze({ ...OPEN, status: "Done", category: "done" });
const EPIC: Partial<Facts> = Object.freeze({ ...OPEN, type: "Epic" });
const done = (day: string, more: Partial<Facts> = {}): Partial<Facts> => ({
  ...DONE,
  resolvedAt: `2026-01-${day}T09:00:00Z`,
  ...more,
});

/** A seen in these ways, on 6, 8, 10, … January; B is always there. */
const seen = (...states: (Partial<Facts> | null)[]) =>
  backlogOf(
    states.map((facts, index) => {
      const day = `2026-01-${String(6 + 2 * index).padStart(2, "0")}`;
      return observe(day, facts === null ? { B: OPEN } : { A: facts, B: OPEN });
    }),
  );
const closings = (...states: (Partial<Facts> | null)[]): string[] => closingsOf(seen(...states), "A");

describe("a closing that has no date at first", () => {
  test("gets the date that a later look brings, also that of its own instant", () => {
    expect(closings(OPEN, DONE, done("07"))).toEqual(["finished 2026-01-07T09:00:00Z –"]);
    const atOnce = { ...DONE, resolvedAt: "2026-01-08T12:00:00Z" };
    expect(closings(OPEN, DONE, atOnce)).toEqual(["finished 2026-01-08T12:00:00Z –"]);
  });

  test("is another one than that of a date that lies after it", () => {
    expect(closings(OPEN, DONE, done("09"))).toEqual([
      "finished 2026-01-08T12:00:00Z –",
      "finished 2026-01-09T09:00:00Z –",
    ]);
  });

  test("keeps its own when the date comes after it was open, or a container, in between", () => {
    expect(closings(OPEN, DONE, OPEN, done("07"))[0]).toBe("finished 2026-01-08T12:00:00Z –");
    expect(closings(OPEN, DONE, EPIC, done("07"))[0]).toBe("finished 2026-01-08T12:00:00Z –");
  });

  test("stays without one where nobody saw it open, until a later date tells of a second", () => {
    expect(closings(DONE)).toEqual(["finished unknown –"]);
    expect(closings(DONE, done("07"))).toEqual(["finished unknown –", "finished 2026-01-07T09:00:00Z –"]);
  });
});

describe("a second closing", () => {
  test("has the estimate that was last seen before it", () => {
    expect(closings(done("05", { estimate: 3 }), done("07", { estimate: 5 }))).toEqual([
      "finished 2026-01-05T09:00:00Z 3",
      "finished 2026-01-07T09:00:00Z 3",
    ]);
  });

  test("is none by an older date, or by one that lies after the look", () => {
    expect(closings(done("05"), done("04"))).toEqual(["finished 2026-01-05T09:00:00Z –"]);
    expect(closings(done("05"), done("09"))).toEqual(["finished 2026-01-05T09:00:00Z –"]);
    const atOnce = { ...DONE, resolvedAt: "2026-01-08T12:00:00Z" };
    expect(closings(done("05"), atOnce)).toHaveLength(2);
  });

  test("follows each time that it was open in between", () => {
    expect(closings(done("05"), OPEN, done("09"), done("11"))).toEqual([
      "finished 2026-01-05T09:00:00Z –",
      "finished 2026-01-09T09:00:00Z –",
      "finished 2026-01-11T09:00:00Z –",
    ]);
  });
});

describe("an item that went missing and is closed when it comes back", () => {
  test("was finished at its date, not dropped, where that lies before it was missing, or at that instant", () => {
    expect(closings(OPEN, null, done("07"))).toEqual(["finished 2026-01-07T09:00:00Z –"]);
    const atOnce = { ...DONE, resolvedAt: "2026-01-08T12:00:00Z" };
    expect(closings(OPEN, null, atOnce)).toEqual(["finished 2026-01-08T12:00:00Z –"]);
    expect(stageAt(seen(OPEN, null, done("07")), "A", "2026-01-09")).toBe("finished");
  });

  test("was not closed before the look that still showed it open", () => {
    expect(closings(OPEN, null, done("05"))).toEqual(["finished 2026-01-06T12:00:00Z+ –"]);
  });

  test("was dropped, and finished later, where its date lies after it was missing", () => {
    expect(closings(OPEN, null, done("09"))).toEqual([
      "dropped 2026-01-08T12:00:00Z –",
      "finished 2026-01-09T09:00:00Z –",
    ]);
    expect(closings(OPEN, null, DONE)).toEqual([
      "dropped 2026-01-08T12:00:00Z –",
      "finished 2026-01-10T12:00:00Z –",
    ]);
  });
});

describe("an item that was closed before it was ever seen", () => {
  test("was so at its date, though an earlier look did not show it", () => {
    expect(closings(null, done("05"))).toEqual(["finished 2026-01-05T09:00:00Z –"]);
    expect(stageAt(seen(null, done("05")), "A", "2026-01-05T08:00:00Z")).toBe("product-backlog");
    expect(stageAt(seen(null, done("05")), "A", "2026-01-05T09:00:00Z")).toBe("finished");
  });

  test("as a container counts where the look at it as an item says that it ended before", () => {
    expect([...new Set(closings(EPIC, done("05")))]).toEqual(["finished 2026-01-05T09:00:00Z –"]);
    expect(stageAt(seen(EPIC, OPEN), "A", "2026-01-05")).toBeNull();
    expect(stageAt(seen(EPIC, done("05")), "A", "2026-01-05T08:00:00Z")).toBe("product-backlog");
  });
});

describe("a container that comes back as a closed item", () => {
  test("was dropped when it became one, and finished at its date", () => {
    expect(closings(OPEN, EPIC, done("09"))).toEqual([
      "dropped 2026-01-08T12:00:00Z –",
      "finished 2026-01-09T09:00:00Z –",
    ]);
    expect(stageAt(seen(OPEN, EPIC, done("09")), "A", "2026-01-09T10:00:00Z")).toBeNull();
  });
});

test("an item that was closed before it was read is closed with the estimate that the reading shows", () => {
  const closed = event("2026-01-20", {
    event: "C",
    kind: "closed",
    set: { category: "done", resolvedAt: "2026-01-20T12:00:00Z" },
  });
  const estimates = (...now: number[]) => {
    const reads = now.map((estimate, index) =>
      readAt(
        `2026-02-0${index + 1}`,
        { "#1": itemRead("2026-01-05", { events: [closed], now: { estimate } }) },
        { fields: [...TOLD, "estimate"] },
      ),
    );
    const options = { asOf: ms("2026-02-10"), zone: "UTC", sprints: SPRINTS, match: null, stages: STAGES };
    return closingsOf(openBacklog(historyOfReads(...reads), { ...options, rule: null }), "#1");
  };
  expect(estimates(5)).toEqual(["finished 2026-01-20T12:00:00Z 5"]);
  expect(estimates(5, 8)).toEqual(["finished 2026-01-20T12:00:00Z 5"]);
});
