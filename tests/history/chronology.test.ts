import { describe, expect, test } from "vitest";
import { openBacklog } from "../../src/history/backlog.ts";
import { changesByItem, instantsOf } from "../../src/history/chronology.ts";
import type { History } from "../../src/history/record.ts";
import { FIELDS } from "../../src/model/facts.ts";
import { SPRINTS, STAGES } from "../support/history-builder.ts";
import { event, historyOfReads, itemRead, readAt } from "../support/read-builder.ts";

const at = (text: string): number => Date.parse(`${text}T12:00:00Z`);

const open = (history: History, asOf: string) =>
  openBacklog(history, {
    asOf: at(asOf),
    zone: "UTC",
    sprints: SPRINTS,
    match: null,
    stages: STAGES,
    rule: null,
  });

describe("what the tracker dates", () => {
  const closed = event("2026-01-20", {
    event: "C",
    kind: "closed",
    set: { category: "done", resolution: "completed", resolvedAt: "2026-01-20T12:00:00Z" },
  });
  const history = () =>
    historyOfReads(readAt("2026-03-01", { "#1": itemRead("2026-01-05", { events: [closed] }) }));

  test("holds at its own instant, long before anybody read it", () => {
    const backlog = open(history(), "2026-03-02");
    expect(backlog.at("#1", at("2026-01-04"))).toBeNull();
    expect(backlog.at("#1", at("2026-01-10"))!.span.stage).toBe("product-backlog");
    expect(backlog.at("#1", at("2026-01-20"))!.span).toMatchObject({
      stage: "finished",
      closing: { at: at("2026-01-20") },
    });
  });

  test("is known as of an instant before the reading, and what came later is not", () => {
    const backlog = open(history(), "2026-01-12");
    expect(backlog.at("#1", at("2026-01-12"))!.span.stage).toBe("product-backlog");
    expect(backlog.observations).toEqual([]);
    expect(backlog.isKnown).toBe(true);
  });

  test("is put in its place though it was read after something later", () => {
    const late = event("2026-01-10", { event: "T", kind: "type", set: { type: "Epic" } });
    const back = event("2026-01-12", { event: "U", kind: "type", set: { type: "Story" } });
    const both = historyOfReads(
      readAt("2026-02-01", { "#1": itemRead("2026-01-05", { events: [back] }) }),
      readAt("2026-02-02", {
        "#1": itemRead("2026-01-05", { events: [late, back], now: { type: "Story" } }),
      }),
    );
    const backlog = open(both, "2026-02-03");
    const here = (day: string): boolean => backlog.productBacklog(at(day)).length === 1;
    expect(["2026-01-09", "2026-01-11", "2026-01-13", "2026-02-03"].map(here)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test("of one second is applied together, and judged once", () => {
    const steps = [
      event("2026-01-20", { event: "R", kind: "status", set: { status: "Ready" } }),
      event("2026-01-20", { event: "S", kind: "comment" }),
    ];
    const backlog = open(
      historyOfReads(readAt("2026-02-01", { "#1": itemRead("2026-01-20", { events: steps }) })),
      "2026-02-02",
    );
    expect(backlog.items.get("#1")!.spans.map(({ facts }) => facts?.status)).toEqual(["Ready"]);
  });
});

describe("a blocked item", () => {
  const block = event("2026-01-10", { event: "B", kind: "dependency", blocker: ["+", "#2"] });
  const done = event("2026-01-15", {
    event: "C",
    kind: "closed",
    set: { category: "done", resolvedAt: "2026-01-15T12:00:00Z" },
  });
  const blockedOn = (history: History, day: string): boolean | null =>
    open(history, "2026-02-02").at("#1", at(day))!.facts!.blocked;

  test("is blocked from the moment an open item is named until that is closed", () => {
    const history = historyOfReads(
      readAt("2026-02-01", {
        "#1": itemRead("2026-01-05", { events: [block] }),
        "#2": itemRead("2026-01-05", { events: [done] }),
      }),
    );
    expect(["2026-01-09", "2026-01-11", "2026-01-16"].map((day) => blockedOn(history, day))).toEqual([
      false,
      true,
      false,
    ]);
  });

  const blockers = (...events: ReturnType<typeof event>[]) =>
    historyOfReads(
      readAt("2026-02-01", {
        "#1": itemRead("2026-01-05", { events }),
        "#2": itemRead("2026-01-05", { events: [done] }),
        "#3": itemRead("2026-01-05", {
          events: [event("2026-01-12", { event: "S", kind: "sprint", set: { sprint: "Sprint 1" } })],
        }),
      }),
    );
  const links = (sign: "+" | "-", on: string, id: string) =>
    event(on, { event: `${sign}${id}`, kind: "dependency", blocker: [sign, id] });
  const through = (history: History, ...days: string[]) =>
    days.map((day) => blockedOn(history, `2026-01-${day}`));

  test("is blocked by an item in a sprint too", () => {
    expect(through(blockers(links("+", "2026-01-10", "#3")), "09", "11", "13", "20")).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  test("is blocked until the last of its blockers is closed or taken off", () => {
    const both = blockers(
      links("+", "2026-01-08", "#3"),
      links("+", "2026-01-10", "#2"),
      links("-", "2026-01-20", "#3"),
    );
    expect(through(both, "07", "09", "14", "16", "19", "21")).toEqual([false, true, true, true, true, false]);
    const spans = open(both, "2026-02-02").items.get("#1")!.spans;
    expect(spans.map(({ facts }) => facts!.blocked)).toEqual([false, true, false]);
  });

  test("is not blocked by what was closed before it was named", () => {
    expect(through(blockers(links("+", "2026-01-16", "#2")), "14", "17")).toEqual([false, false]);
  });

  test("is blocked again when its blocker is reopened", () => {
    const again = event("2026-01-20", {
      event: "R",
      kind: "reopened",
      set: { category: "todo", resolvedAt: null },
    });
    const history = historyOfReads(
      readAt("2026-02-01", {
        "#1": itemRead("2026-01-05", { events: [block] }),
        "#2": itemRead("2026-01-05", { events: [done, again] }),
      }),
    );
    expect(through(history, "09", "11", "16", "21")).toEqual([false, true, false, true]);
  });

  test("is blocked by nobody's doing", () => {
    const { activity } = open(blockers(links("+", "2026-01-10", "#3")), "2026-02-02");
    expect(activity!.filter(({ id }) => id === "#1").map(({ by }) => by)).toEqual(["ana"]);
  });

  test("is blocked by an item of another repository as long as it is named", () => {
    const free = event("2026-01-20", { event: "F", kind: "dependency", blocker: ["-", "elsewhere"] });
    const named = event("2026-01-10", { event: "B", kind: "dependency", blocker: ["+", "elsewhere"] });
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": itemRead("2026-01-05", { events: [named, free] }) }),
    );
    expect(["2026-01-15", "2026-01-21"].map((day) => blockedOn(history, day))).toEqual([true, false]);
  });
});

describe("the instant of a change", () => {
  const looks = [{ run: 1, at: "2026-01-06T10:00:00Z" }];
  const told = [{ run: 1, at: "2026-01-06T10:00:00Z", told: {} }];
  const change = { run: 1, at: "2026-01-05T09:00:00Z", id: "A", set: {} };
  const deed = { ...change, event: "E", kind: "other" as const, by: null };

  test("is that of the look that shows it", () => {
    expect(instantsOf(looks)(change)).toBe(Date.parse("2026-01-06T10:00:00Z"));
  });

  test("is its own where the tracker dates it", () => {
    expect(instantsOf(told)(change)).toBe(Date.parse("2026-01-05T09:00:00Z"));
    expect(instantsOf(looks)(deed)).toBe(Date.parse("2026-01-05T09:00:00Z"));
  });
});

describe("the changes of an item as of an instant", () => {
  const history = () =>
    historyOfReads(
      readAt("2026-01-20", {
        "#1": itemRead("2026-01-05", {
          events: [event("2026-01-12", { event: "B", set: { type: "Bug" } })],
          now: { type: "Bug", status: "Ready" },
        }),
      }),
      readAt("2026-01-22", {
        "#1": itemRead("2026-01-05", {
          events: [event("2026-01-08", { event: "A", set: { type: "Task" } })],
          now: { type: "Bug", status: "Ready" },
        }),
      }),
    );
  const days = (asOf: string) => {
    const { changes, runs } = history();
    const follows = new Set(FIELDS);
    return (changesByItem(changes, { runs, asOf: at(asOf), follows }).get("#1")?.list ?? []).map((change) =>
      change.at.slice(8, 10),
    );
  };

  test("are in the order of their instants, whenever they were read", () => {
    expect(days("2026-01-25")).toEqual(["05", "08", "12", "20", "22"]);
  });

  test("are what the tracker dates up to it, and what a reading by then has found", () => {
    expect(days("2026-01-12")).toEqual(["05", "08", "12"]);
    expect(days("2026-01-11")).toEqual(["05", "08"]);
    expect(days("2026-01-20")).toEqual(["05", "08", "12", "20"]);
    expect(days("2026-01-04")).toEqual([]);
  });
});
