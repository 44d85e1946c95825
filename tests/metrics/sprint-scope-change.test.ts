import { describe, expect, test } from "vitest";
import { started, story } from "../support/flow-story.ts";
import {
  facts,
  finished,
  measured,
  pointOf,
  ready,
  seen,
  sprintList,
  teamConfig,
} from "../support/team-builder.ts";
import { measuredBy, type Told, toldBacklog } from "../support/told-story.ts";

const START = "2026-01-05T00:00:00Z";
const inSprint = (sprint: string) => ready(1, { sprint });
const IN_1 = inSprint("Sprint 1");
const scope = (input: Parameters<typeof measured>[1], sprint = "sprint-1") =>
  pointOf(measured("sprint-scope-change", input), sprint);

describe("sprint scope change", () => {
  const planned = { A: IN_1, B: IN_1, C: IN_1, D: IN_1 };
  const born = started({ createdAt: "2026-01-09T08:00:00Z" });
  const input = story(
    [START, { ...planned, E: ready(1), F: ready(1) }],
    ["2026-01-05T20:00:00Z", { ...planned, E: IN_1, F: ready(1) }],
    [
      "2026-01-10",
      {
        A: IN_1,
        B: ready(1),
        C: finished("2026-01-08", 1, { sprint: "Sprint 1" }),
        D: facts({
          status: "Done",
          category: "done",
          resolution: "Duplicate",
          resolvedAt: "2026-01-09T08:00:00Z",
        }),
        E: IN_1,
        F: IN_1,
        G: born,
      },
    ],
    ["2026-01-20", { A: IN_1, B: ready(1), C: finished("2026-01-08", 1), E: IN_1, F: IN_1, G: born }],
  );
  const result = () => measured("sprint-scope-change", input);

  test("is what was added and removed after a day ÷ what was open there then; finishing removes nothing", () => {
    // Planned: A to E. Added: F, and G that was born there. Removed: B returned, D was dropped.
    expect(pointOf(result(), "sprint-1")).toMatchObject({
      value: 80,
      basis: "observed",
      more: { added: 2, removed: 2, planned: 5 },
    });
    expect(result()).toMatchObject({ state: "ok", value: 80 });
    expect(result().explain[0]!.text).toBe(
      "(2 added + 2 removed) ÷ 5 open items 24 hours after the start = 80 %.",
    );
  });

  test("does not count leaving at the border, which belongs to the next sprint's first day", () => {
    // E and F were left over and returned; G is in progress, and stays.
    expect(pointOf(result(), "sprint-2")).toMatchObject({
      running: true,
      more: { added: 0, removed: 0, planned: 1 },
    });
  });

  test("does not count what is carried over, whenever a look shows it", () => {
    const carried = story(
      [START, { A: IN_1, B: started() }],
      ["2026-01-22", { A: inSprint("Sprint 2"), B: started() }],
      ["2026-02-03", { A: inSprint("Sprint 2"), B: started() }],
    );
    expect(scope(carried, "sprint-2")).toMatchObject({ value: 0, more: { added: 0, planned: 1 } });
  });

  test("adds nothing for what was finished in the sprint and is reopened into it", () => {
    const reopened = story(
      [START, { A: IN_1, B: IN_1 }],
      ["2026-01-08", { A: IN_1, B: finished("2026-01-07", 1, { sprint: "Sprint 1" }) }],
      ["2026-01-12", { A: IN_1, B: IN_1 }],
      ["2026-01-20", { A: IN_1, B: IN_1 }],
    );
    expect(scope(reopened)).toMatchObject({ value: 0, more: { added: 0, removed: 0, planned: 2 } });
  });

  test("warns where nobody saw the planning", () => {
    const late = story(
      [START, { A: started({ sprint: "Sprint 1" }), B: ready(1) }],
      ["2026-01-21", { A: started(), B: inSprint("Sprint 2") }],
      ["2026-02-03", { A: started(), B: inSprint("Sprint 2") }],
    );
    const [value, warning] = measured("sprint-scope-change", late).explain;
    expect(value!.text).toBe("(1 added + 0 removed) ÷ 1 open item 24 hours after the start = 100 %.");
    expect(warning!.text).toMatch(/^No look at the backlog falls into the first 24 hours/);
    expect(result().explain).toHaveLength(1);
  });

  test("counts each crossing", () => {
    const restless = story(
      [START, { A: IN_1, B: IN_1 }],
      ["2026-01-08", { A: IN_1, B: ready(1) }],
      ["2026-01-12", { A: IN_1, B: IN_1 }],
      ["2026-01-20", { A: IN_1, B: IN_1 }],
    );
    expect(scope(restless)).toMatchObject({ value: 100, more: { added: 1, removed: 1, planned: 2 } });
  });
});

describe("the grace of planning", () => {
  const scopeOf = (items: Record<string, Told>, readAt = "2026-02-10T12:00:00Z") =>
    pointOf(measuredBy("sprint-scope-change", toldBacklog(items, { readAt })), "sprint-1");
  const pulledAt = (at: string): ReturnType<typeof scope> => {
    const steady: Told = [["2026-01-01T00:00:00Z", { sprint: "Sprint 1" }]];
    const A: Told = [
      ["2026-01-01T00:00:00Z", {}],
      [at, { sprint: "Sprint 1" }],
    ];
    return scopeOf({ steady, A });
  };

  test("ends 24 hours after the start, to the second", () => {
    expect(pulledAt("2026-01-06T00:00:00Z")).toMatchObject({
      value: 0,
      basis: "rebuilt",
      more: { planned: 2 },
    });
    expect(pulledAt("2026-01-06T00:00:01Z")).toMatchObject({ value: 100, more: { added: 1, planned: 1 } });
  });

  test("is over for what leaves at its very end, and not for what leaves after it", () => {
    const leaves = (at: string) => {
      const start: Told[0] = ["2026-01-01T00:00:00Z", { sprint: "Sprint 1" }];
      const items = { steady: [start], A: [start, [at, { sprint: null }]] } satisfies Record<string, Told>;
      return scopeOf(items).more;
    };
    expect(leaves("2026-01-06T00:00:00Z")).toEqual({ added: 0, removed: 0, planned: 1 });
    expect(leaves("2026-01-06T00:00:01Z")).toEqual({ added: 0, removed: 1, planned: 2 });
  });

  test("is over as of its very end", () => {
    const items = { A: [["2026-01-01T00:00:00Z", { sprint: "Sprint 1" }]] } satisfies Record<string, Told>;
    expect(scopeOf(items, "2026-01-06T00:00:00Z").more.planned).toBe(1);
    expect(scopeOf(items, "2026-01-05T23:59:59Z").more.planned).toBeNull();
  });

  test("was seen by a look at its first or last instant", () => {
    const warned = (at: string): boolean => {
      const items = { A: IN_1, B: ready(1) };
      const days = story(["2026-01-04", items], [at, items], ["2026-01-20", items]);
      return measured("sprint-scope-change", days).explain.length > 1;
    };
    expect(warned(START)).toBe(false);
    expect(warned("2026-01-06T00:00:00Z")).toBe(false);
    expect(warned("2026-01-06T00:00:01Z")).toBe(true);
  });

  test("is 24 hours on the day on which the clocks change too", () => {
    const team = teamConfig({ timezone: "Europe/Berlin", sprints: sprintList("One 2026-03-29 2026-04-05") });
    const looks = (at: string) => [
      seen("2026-03-28T23:00:00Z", { items: { A: started(), B: ready(1) } }),
      seen(at, { items: { A: started(), B: started() } }),
      seen("2026-04-05T22:00:00Z", { items: { A: started(), B: started() } }),
    ];
    const of = (at: string) => scope({ team, observations: looks(at), asOf: "2026-04-05T22:00:00Z" }, "one");
    expect(of("2026-03-29T23:00:00Z").more).toMatchObject({ added: 0, planned: 2 });
    expect(of("2026-03-29T23:00:01Z").more).toMatchObject({ added: 1, planned: 1 });
  });

  test("leaves a sprint of a day without a value", () => {
    const team = teamConfig({
      sprints: sprintList("One 2026-01-05 2026-01-05", "Two 2026-01-06 2026-01-19"),
    });
    const input = { ...story([START, { A: started() }], ["2026-01-06", { A: started() }]), team };
    expect(measured("sprint-scope-change", input)).toMatchObject({
      state: "insufficient-data",
      reason: "One did not last longer than 24 hours",
    });
  });
});

describe("sprint scope change is not known", () => {
  test("with nothing in the sprint a day after its start", () => {
    const input = story([START, { A: ready(1) }], ["2026-01-08", { A: IN_1 }], ["2026-01-20", { A: IN_1 }]);
    expect(measured("sprint-scope-change", input)).toMatchObject({
      state: "insufficient-data",
      reason: "0 items were in Sprint 1 24 hours after its start",
      inputs: { added: 1, planned: 0 },
    });
  });

  test("from one export, or where nothing tells what is in a sprint", () => {
    const at = "2026-01-20T12:00:00Z";
    const one = { observations: [seen(at, { items: { A: started() } })], asOf: at };
    expect(measured("sprint-scope-change", one).state).toBe("insufficient-data");
    const blind = {
      observations: [seen(at, { items: { A: facts() }, without: ["sprint", "category", "status"] })],
      asOf: at,
    };
    expect(measured("sprint-scope-change", blind)).toMatchObject({ state: "not-applicable", series: [] });
  });
});
