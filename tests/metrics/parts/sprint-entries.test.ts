import { describe, expect, test } from "vitest";
import { started, story } from "../../support/flow-story.ts";
import { facts, measured, pointOf } from "../../support/team-builder.ts";
import { measuredBy, type Told, toldBacklog } from "../../support/told-story.ts";

const DOING = { status: "In Progress", category: "doing" } as const;
const done = (at: string) =>
  ({ status: "Done", category: "done", resolution: "Done", resolvedAt: at }) as const;
const OPEN = { status: "Backlog", category: "todo", resolution: null, resolvedAt: null } as const;
const at = (day: number): string => `2026-01-${String(day).padStart(2, "0")}T12:00:00Z`;
/** Something in the sprint throughout, so that it has a scope. */
const STEADY: Told = [["2026-01-01T00:00:00Z", { sprint: "Sprint 1" }]];

/** How often A entered the Sprint Backlog of Sprint 1 after its planning. */
const added = (...told: Told): number | null => {
  const backlog = toldBacklog({ STEADY, A: told }, { readAt: "2026-02-10T12:00:00Z" });
  return pointOf(measuredBy("sprint-scope-change", backlog), "sprint-1").more.added!;
};
const BORN: Told[0] = ["2026-01-01T00:00:00Z", {}];

describe("an item enters the Sprint Backlog", () => {
  test("when it is started out of the Product Backlog", () => {
    expect(added(BORN, [at(8), DOING])).toBe(1);
  });

  test("when it is reopened into it, having been finished out of the Product Backlog", () => {
    expect(added(BORN, [at(8), done(at(8))], [at(9), { ...OPEN, ...DOING }])).toBe(1);
  });

  test("not when it is reopened after it was finished out of it", () => {
    expect(added(BORN, [at(8), DOING], [at(9), done(at(9))], [at(12), { ...OPEN, ...DOING }])).toBe(1);
    const planned: Told[0] = ["2026-01-01T00:00:00Z", { sprint: "Sprint 1" }];
    expect(added(planned, [at(9), done(at(9))], [at(12), { ...OPEN, ...DOING }])).toBe(0);
  });

  test("again, when it was reopened into the Product Backlog in between", () => {
    const planned: Told[0] = ["2026-01-01T00:00:00Z", { sprint: "Sprint 1" }];
    expect(added(planned, [at(8), done(at(8))], [at(9), { ...OPEN, sprint: null }], [at(12), DOING])).toBe(1);
  });

  test("not by the closing and reopening of what never was in it", () => {
    expect(added(BORN, [at(8), done(at(8))], [at(9), OPEN])).toBe(0);
  });
});

describe("an item is born in a sprint", () => {
  const born = (created: string): unknown[] => {
    const A: Told = [
      [created, {}],
      [at(8), DOING],
    ];
    const backlog = toldBacklog({ STEADY, A }, { readAt: "2026-02-10T12:00:00Z" });
    const { more } = pointOf(measuredBy("unready-pulls", backlog), "sprint-1");
    return [more.entered, more.born];
  };

  test("from its first instant on", () => {
    expect(born("2026-01-05T00:00:00Z")).toEqual([1, 1]);
    expect(born("2026-01-04T23:59:59Z")).toEqual([2, 0]);
  });

  test("when a container becomes an item in it", () => {
    const days = story(
      ["2026-01-05", { A: facts({ type: "Epic" }) }],
      ["2026-01-20", { A: started() }],
      ["2026-02-03", { A: started() }],
    );
    expect(pointOf(measured("unready-pulls", days), "sprint-2").more).toMatchObject({ entered: 0, born: 1 });
  });
});
