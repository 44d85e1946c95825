import { describe, expect, test } from "vitest";
import { started, story } from "../support/flow-story.ts";
import {
  type facts,
  finished,
  measured,
  pointOf,
  ready,
  seen,
  teamConfig,
  unready,
} from "../support/team-builder.ts";

type Items = Record<string, ReturnType<typeof facts>>;
const many = (name: string, count: number, item: ReturnType<typeof facts>): Items =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index}`, item]));

/** Sprint 1: so many items ready, so many not, are started; so many of each are finished in it. */
const sprintOf = (counts: { ready: number; readyDone: number; unready: number; unreadyDone: number }) => {
  const pulled: Items = { ...many("R", counts.ready, started()), ...many("U", counts.unready, started()) };
  const done = {
    ...pulled,
    ...many("R", counts.readyDone, finished("2026-01-15", 1)),
    ...many("U", counts.unreadyDone, finished("2026-01-15", 1)),
  };
  return story(
    [
      "2026-01-05T00:00:00Z",
      { ...many("R", counts.ready, ready(1)), ...many("U", counts.unready, unready(1)) },
    ],
    ["2026-01-06", pulled],
    ["2026-01-16", done],
    [
      "2026-01-20",
      {
        ...many("R", counts.ready, finished("2026-01-15", 1)),
        ...many("U", counts.unready, finished("2026-01-15", 1)),
      },
    ],
  );
};

describe("ready payoff", () => {
  const input = sprintOf({ ready: 12, readyDone: 9, unready: 10, unreadyDone: 4 });

  test("is the share finished of what was ready when pulled, less that of what was not", () => {
    const early = { ...input, asOf: "2026-01-16T12:00:00Z" };
    expect(pointOf(measured("ready-payoff", early), "sprint-1")).toMatchObject({
      value: 35,
      running: true,
      more: { ready: 12, readyFinished: 9, unready: 10, unreadyFinished: 4 },
    });
  });

  test("counts what is finished at the end of the sprint, and no later finish", () => {
    const late = story(
      ["2026-01-05T00:00:00Z", { ...many("R", 10, ready(1)), ...many("U", 10, unready(1)) }],
      ["2026-01-06", { ...many("R", 10, started()), ...many("U", 10, started()) }],
      ["2026-01-18", { ...many("R", 10, finished("2026-01-15", 1)), ...many("U", 10, started()) }],
      [
        "2026-01-21",
        { ...many("R", 10, finished("2026-01-15", 1)), ...many("U", 10, finished("2026-01-20", 1)) },
      ],
    );
    const result = measured("ready-payoff", late);
    expect(result).toMatchObject({ state: "ok", value: 100 });
    expect(result.explain[0]!.text).toBe(
      "Finished within the sprint: 10 of 10 items that were ready when pulled, 0 of 10 items that were not. The difference is 100 percentage points.",
    );
  });

  test("does not count what was finished and reopened within the sprint", () => {
    const reopened = story(
      ["2026-01-05T00:00:00Z", { ...many("R", 10, ready(1)), ...many("U", 10, unready(1)) }],
      ["2026-01-06", { ...many("R", 10, started()), ...many("U", 10, started()) }],
      ["2026-01-15", { ...many("R", 10, finished("2026-01-14", 1)), ...many("U", 10, started()) }],
      [
        "2026-01-20",
        { ...many("R", 10, finished("2026-01-14", 1)), ...many("U", 10, started()), "R-0": started() },
      ],
    );
    expect(pointOf(measured("ready-payoff", reopened), "sprint-1").value).toBe(100);
    const before = { ...reopened.observations[2]!, at: "2026-01-17T12:00:00Z", source: "exports/again.csv" };
    const seenOpen = { ...before, items: new Map([...before.items, ["R-0", started()] as const]) };
    const withLook = (look: typeof seenOpen) => {
      const observations = [...reopened.observations.slice(0, 3), look, reopened.observations[3]!];
      return pointOf(measured("ready-payoff", { ...reopened, observations }), "sprint-1").value;
    };
    expect(withLook(seenOpen)).toBe(90);
    // As of its end: a look at that very instant counts, as it does for velocity, and one a second later does not.
    expect(withLook({ ...seenOpen, at: "2026-01-19T00:00:00Z" })).toBe(90);
    expect(withLook({ ...seenOpen, at: "2026-01-19T00:00:01Z" })).toBe(100);
  });

  test("needs ten of each, and says how many there are", () => {
    const few = sprintOf({ ready: 9, readyDone: 9, unready: 10, unreadyDone: 4 });
    expect(measured("ready-payoff", few)).toMatchObject({
      state: "insufficient-data",
      reason: "9 of 10 items that were ready when pulled",
      value: null,
    });
    expect(
      measured("ready-payoff", sprintOf({ ready: 10, readyDone: 9, unready: 3, unreadyDone: 0 })).reason,
    ).toBe("3 of 10 items that were not ready when pulled");
  });

  test("adds up the last ten sprints, and forgets the one before", () => {
    const twelve = measured("ready-payoff", {
      team: teamConfig(),
      observations: [
        ...input.observations,
        ...Array.from({ length: 11 }, (_, index) => {
          const at = new Date(Date.UTC(2026, 1, 2 + 14 * index)).toISOString().replace(".000Z", "Z");
          return seen(at, { items: Object.fromEntries(input.observations.at(-1)!.items) });
        }),
      ],
      asOf: "2026-06-22T00:00:00Z",
    });
    expect(pointOf(twelve, "sprint-10").more).toMatchObject({ ready: 12, unready: 10 });
    expect(pointOf(twelve, "sprint-11").more).toMatchObject({ ready: 0, unready: 0 });
  });

  test("is not known from one export", () => {
    const at = "2026-01-20T12:00:00Z";
    const result = measured("ready-payoff", {
      observations: [seen(at, { items: { A: started() } })],
      asOf: at,
    });
    expect(result).toMatchObject({
      state: "insufficient-data",
      inputs: { ready: null, unreadyFinished: null },
    });
  });
});
