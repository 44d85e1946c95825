import { describe, expect, test } from "vitest";
import { type BacklogOptions, openBacklog } from "../../src/history/backlog.ts";
import { recordRead } from "../../src/history/record-read.ts";
import { ACCEPT, backlogOf, historyOf, ms, SPRINTS, STAGES } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { event, historyOfReads, itemRead, readAt, TOLD } from "../support/read-builder.ts";

const OPEN = { status: "New", category: "todo" } as const;

describe("the past that a tracker tells", () => {
  const basis = (missing: "sprint" | "status", given: Partial<BacklogOptions> = {}) => {
    const read = readAt("2026-02-10", { "#1": itemRead("2026-01-05") });
    const told = { ...read.told, fields: TOLD.filter((field) => field !== missing) };
    const backlog = openBacklog(historyOfReads({ ...read, told }), {
      asOf: ms("2026-02-11"),
      zone: "UTC",
      sprints: SPRINTS,
      match: null,
      stages: STAGES,
      rule: null,
      ...given,
    });
    return backlog.basisAt(ms("2026-01-08"), ["labels"]);
  };

  test("needs the sprints that were, where the team has sprints", () => {
    expect([basis("sprint"), basis("sprint", { sprints: [] })]).toEqual(["gap", "rebuilt"]);
  });

  test("needs the statuses that were, where a status tells what is in progress or finished", () => {
    const by = (stages: Partial<typeof STAGES>) => basis("status", { stages: { ...STAGES, ...stages } });
    expect(by({})).toBe("rebuilt");
    expect([by({ started: ["Doing"] }), by({ finished: ["Done"] })]).toEqual(["gap", "gap"]);
    expect(by({ started: ["Doing"], finished: ["Done"] })).toBe("gap");
  });

  test("is what was done to all items, oldest first", () => {
    const comment = (on: string) => event(on, { event: on, kind: "comment" });
    const history = historyOfReads(
      readAt("2026-02-10", {
        "#1": itemRead("2026-01-05", { events: [comment("2026-01-12"), comment("2026-01-20")] }),
        "#2": itemRead("2026-01-05", { events: [comment("2026-01-08"), comment("2026-01-16")] }),
      }),
    );
    const options = { asOf: ms("2026-02-11"), zone: "UTC", sprints: SPRINTS, match: null, stages: STAGES };
    expect(openBacklog(history, { ...options, rule: null }).activity!.map(({ id }) => id)).toEqual([
      "#2",
      "#1",
      "#2",
      "#1",
    ]);
  });
});

describe("what is told of some items and not of all", () => {
  const options = { asOf: ms("2026-02-11"), zone: "UTC", sprints: SPRINTS, match: null, stages: STAGES };
  const open = (history: ReturnType<typeof historyOfReads>) =>
    openBacklog(history, { ...options, rule: null });

  test("is in the order of its instants, what blocks an item among what else happened to it", () => {
    const blocker = (sign: "+" | "-", on: string) =>
      event(on, { event: `${sign}${on}`, kind: "dependency", blocker: [sign, "elsewhere"] });
    const typed = (on: string, type: string) => event(on, { event: type, kind: "type", set: { type } });
    const events = [
      typed("2026-01-08", "Task"),
      blocker("+", "2026-01-10"),
      typed("2026-01-12", "Bug"),
      blocker("-", "2026-01-16"),
      typed("2026-01-20", "Story"),
    ];
    const { spans } = open(
      historyOfReads(readAt("2026-02-10", { "#1": itemRead("2026-01-05", { events }) })),
    ).items.get("#1")!;
    expect(spans.map(({ facts }) => `${facts!.type} ${facts!.blocked}`)).toEqual([
      "null false",
      "Task false",
      "Task true",
      "Bug true",
      "Bug false",
      "Story false",
    ]);
    expect(spans.every(({ from }, index) => index === 0 || spans[index - 1]!.from < from)).toBe(true);
  });

  test("is told where one reading of several tells it", () => {
    const history = historyOf([observe("2026-01-06", { A: OPEN })]);
    expect(open(history).activity).toBeNull();
    const labelled = event("2026-01-20", { event: "L", kind: "labels", label: ["+", "size/3"] });
    const read = readAt("2026-02-10", { "#1": itemRead("2026-01-05", { events: [labelled] }) });
    recordRead(history, read, ACCEPT);
    expect(open(history).activity).toMatchObject([{ id: "#1", kind: "labels" }]);
    const isEstimateLabel = (label: string): boolean => label.startsWith("size/");
    const estimating = openBacklog(history, { ...options, rule: null, isEstimateLabel });
    expect(estimating.activity).toMatchObject([{ id: "#1", kind: "estimate" }]);
  });
});

describe("a backlog of exports", () => {
  const backlog = () =>
    backlogOf([
      observe("2026-01-06", {
        A: { ...OPEN, createdAt: "2026-01-04T08:00:00Z" },
        B: { ...OPEN, createdAt: "2026-01-02T08:00:00Z", sprint: "Sprint 1" },
        C: { ...OPEN, createdAt: "2026-01-03T08:00:00Z" },
      }),
    ]);

  test("begins with its oldest item, and tells of nobody's doing", () => {
    expect([backlog().begin, backlog().activity]).toEqual([ms("2026-01-02T08:00:00Z"), null]);
  });

  test("knows a sprint by its name in any case and spacing, and no other", () => {
    const named = (name: string) => backlog().sprintNamed(name)?.id ?? null;
    expect([named("sprint  2"), named("Sprint 2"), named("Sprint"), named("")]).toEqual([
      "sprint-2",
      "sprint-2",
      null,
      null,
    ]);
  });

  test("has the items of a running sprint in the Product Backlog only before its planning", () => {
    const t = ms("2026-01-06");
    const ids = (options?: { beforePlanning: boolean }) =>
      backlog()
        .productBacklog(t, options)
        .map(({ id }) => id)
        .toSorted();
    expect(ids()).toEqual(["A", "C"]);
    expect(ids({ beforePlanning: false })).toEqual(["A", "C"]);
    expect(ids({ beforePlanning: true })).toEqual(["A", "B", "C"]);
  });

  test("has what is ready of a running sprint only before its planning", () => {
    const rule = {
      checks: ["status" as const],
      status: ["New"],
      labels: [],
      descriptionMin: 1,
      maxSize: null,
    };
    const own = backlogOf([observe("2026-01-06", { A: OPEN, B: { ...OPEN, sprint: "Sprint 1" } })], { rule });
    const ids = (options?: { beforePlanning: boolean }) =>
      own.ready(ms("2026-01-06"), options).map(({ id }) => id);
    expect([ids(), ids({ beforePlanning: true }).toSorted()]).toEqual([["A"], ["A", "B"]]);
  });
});
