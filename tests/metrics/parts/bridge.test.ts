import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bridge, depthBridges } from "../../../src/metrics/parts/bridge.ts";
import type { Facts } from "../../../src/model/facts.ts";
import {
  backlogOf,
  finished,
  finishing,
  ready,
  seen,
  sizingFor,
  unready,
} from "../../support/team-builder.ts";

const VELOCITY = finishing([10, 10, 10, 10, 10]);

/** Observations of every Friday from 9 January 2026 on, on top of five sprints of ten points each. */
const bridgesOf = (weeks: readonly Record<string, Facts>[]): Bridge[] => {
  const observations = weeks.map((items, week) => {
    const at = new Date(Date.UTC(2026, 0, 9 + 7 * week, 12)).toISOString().replace(".000Z", "Z");
    const done = Object.entries(VELOCITY).filter(([, facts]) => facts.resolvedAt! <= at);
    return seen(at, { items: { ...items, ...Object.fromEntries(done) } });
  });
  const input = { observations, asOf: observations.at(-1)!.at };
  return depthBridges(backlogOf(input), sizingFor(input), () => true);
};

/** Eight quiet weeks, then what the story says, week by week; the terms that are not 0, in points, summed up. */
const booked = (before: Record<string, Facts>, ...after: Record<string, Facts>[]): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const { terms } of bridgesOf([...Array.from({ length: 9 }, () => before), ...after])) {
    for (const [term, sprints] of Object.entries(terms)) all[term] = (all[term] ?? 0) + sprints * 10;
  }
  return Object.fromEntries(
    Object.entries(all)
      .map(([term, points]) => [term, Math.round(points * 1e6) / 1e6] as const)
      .filter(([, points]) => points !== 0),
  );
};

describe("the depth bridge books an item's change", () => {
  test("as became ready, when it passes a check it failed, or arrives ready", () => {
    expect(booked({ A: unready(5) }, { A: ready(5) })).toEqual({ became: 5 });
    expect(booked({}, { A: ready(3) })).toEqual({ became: 3 });
  });

  test("as fell out of ready, when it stays in the backlog and fails a check", () => {
    expect(booked({ A: ready(5) }, { A: unready(5) })).toEqual({ fell: -5 });
  });

  test("as re-estimated, when it is ready at both ends with another size", () => {
    expect(booked({ A: ready(5) }, { A: ready(8) })).toEqual({ reestimated: 3 });
  });

  test("as pulled into a sprint, when its sprint runs or it is started", () => {
    expect(booked({ A: ready(5) }, { A: ready(5, { sprint: "Sprint 5" }) })).toEqual({ pulled: -5 });
    expect(booked({ A: ready(5) }, { A: ready(5, { status: "In Progress", category: "doing" }) })).toEqual({
      pulled: -5,
    });
  });

  test("as pulled, when it was planned and finished between two looks", () => {
    expect(booked({ A: ready(5) }, { A: finished("2026-03-12", 5, { sprint: "Sprint 5" }) }).pulled).toBe(-5);
    // The look that showed it closed tells the sprint, not a later one that moves it.
    const [closed, moved] = ["Sprint 5", "Sprint 6"].map((sprint) => finished("2026-03-12", 5, { sprint }));
    expect(booked({ A: ready(5) }, { A: closed! }, { A: moved! }).pulled).toBe(-5);
  });

  test("as closed, when it is dropped or finished without a sprint, or goes missing", () => {
    expect(
      booked(
        { A: ready(5), B: ready(1) },
        { A: finished("2026-03-12", 5, { resolution: "Duplicate" }), B: ready(1) },
      ),
    ).toEqual({ closed: -5 });
    expect(
      booked(
        { A: ready(5), B: ready(1), C: ready(1), D: ready(1), E: ready(1) },
        { B: ready(1), C: ready(1), D: ready(1), E: ready(1) },
      ),
    ).toEqual({ closed: -5 });
  });

  test("as returned, when it comes back from a sprint or is reopened", () => {
    const started = ready(5, { status: "In Progress", category: "doing" });
    expect(booked({ A: started }, { A: ready(5) })).toEqual({ returned: 5 });
    const dropped = finished("2026-01-08", 5, { resolution: "Duplicate" });
    expect(booked({ A: dropped }, { A: ready(5) })).toEqual({ returned: 5 });
  });

  test("as became ready, when a container becomes a ready item, or nothing is known of it before", () => {
    expect(booked({ A: ready(5, { type: "Epic" }) }, { A: ready(5) })).toEqual({ became: 5 });
    expect(booked({}, { A: ready(5, { createdAt: null }) })).toEqual({ became: 5 });
  });

  test("in the stretch in which it happens, whatever came after it", () => {
    const weeks = [{ A: unready(5) }, { A: unready(5) }, { A: ready(5) }, { A: ready(5) }];
    const pulled = ready(5, { status: "In Progress", category: "doing" });
    expect(booked({ A: ready(5) }, ...weeks, { A: pulled })).toMatchObject({ fell: -5, became: 5 });
  });

  test("as became ready and then pulled, when it is planned before its sprint begins", () => {
    const planned = { A: ready(5, { sprint: "Sprint 6" }) };
    expect(booked({}, planned, planned)).toEqual({ became: 5, pulled: -5 });
  });

  test("once, by how its last spell ended", () => {
    expect(booked({ A: ready(5) }, { A: unready(5) }, { A: ready(5, { sprint: "Sprint 6" }) })).toEqual({
      fell: -5,
    });
  });
});

test("the terms of every bridge add up to the difference of the two depths exactly", () => {
  const facts = fc.oneof(
    fc.constantFrom(1, 2, 3, 5, 8, null).map((estimate) => ready(estimate)),
    fc.constantFrom(1, 2, 3, null).map((estimate) => unready(estimate)),
    fc.constantFrom("Sprint 3", "Sprint 4", "Sprint 5", "Sprint 6").map((sprint) => ready(3, { sprint })),
    fc.constantFrom("2026-02-17", "2026-03-03", "2026-03-17").map((on) => finished(on, 5)),
    fc.constant(ready(2, { status: "In Progress", category: "doing" })),
  );
  const week = fc.dictionary(fc.constantFrom(..."ABCDEFGH"), facts);
  fc.assert(
    fc.property(fc.array(week, { minLength: 10, maxLength: 12 }), (weeks) => {
      for (const { d0, d1, terms } of bridgesOf(weeks)) {
        const sum = Object.values(terms).reduce((a, b) => a + b, 0);
        expect(Math.abs(sum - (d1 - d0))).toBeLessThan(1e-9);
      }
    }),
    { numRuns: 60, seed: 11 },
  );
});

describe("the depth bridge of an instant", () => {
  const BORDER = "2026-03-16T00:00:00Z";
  const items = { ...VELOCITY, A: ready(5, { sprint: "Sprint 6" }), B: ready(10) };
  const input = {
    observations: ["2026-03-01T12:00:00Z", "2026-03-15T12:00:00Z", BORDER].map((at) => {
      const done = Object.entries(items).filter(
        ([, { resolvedAt }]) => resolvedAt === null || resolvedAt <= at,
      );
      return seen(at, { items: Object.fromEntries(done) });
    }),
    asOf: BORDER,
  };
  const bridges = (isKnown: (t: number) => boolean) =>
    depthBridges(backlogOf(input), sizingFor(input), isKnown).map(({ from, to, d0, d1 }) => ({
      days: (to - from) / 86_400_000,
      d0,
      d1,
    }));

  test("books what is planned at as-of as pulled, although no time has passed", () => {
    expect(bridges(() => true).at(-1)).toEqual({ days: 0, d0: 1.5, d1: 1 });
    const [last] = depthBridges(backlogOf(input), sizingFor(input), () => true).slice(-1);
    expect(last!.terms).toMatchObject({ pulled: -0.5, became: 0, velocity: 0 });
  });

  test("leaves out what is not known, but never as-of", () => {
    expect(bridges(() => false)).toEqual([]);
    expect(bridges((t) => t !== Date.parse(BORDER))).not.toContainEqual({ days: 0, d0: 1.5, d1: 1 });
    expect(bridges((t) => t === Date.parse(BORDER))).toEqual([{ days: 0, d0: 1.5, d1: 1 }]);
  });
});
