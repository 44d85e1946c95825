import fc from "fast-check";
import type { TeamConfig } from "../../src/config/team-config.ts";
import type { Facts } from "../../src/model/facts.ts";
import {
  cadence,
  facts,
  finished,
  MID_SPRINT,
  readyWhen,
  seen,
  type TeamInput,
  teamConfig,
} from "./team-builder.ts";

/** Sums of these are exact in whatever order they are added. */
const ESTIMATES = [null, 1, 2.5, 3, 5, 8, 13] as const;

const open: fc.Arbitrary<Facts> = fc
  .record({
    status: fc.constantFrom("Ready", "Ready", "Backlog"),
    estimate: fc.constantFrom(...ESTIMATES),
    acceptanceCriteria: fc.boolean(),
    blocked: fc.boolean(),
  })
  .map((some) => facts(some));

const done: fc.Arbitrary<Facts> = fc
  .record({ day: fc.constantFrom(...MID_SPRINT), estimate: fc.constantFrom(...ESTIMATES) })
  .map(({ day, estimate }) => finished(day, estimate));

const team: fc.Arbitrary<TeamConfig> = fc
  .record({
    unit: fc.constantFrom("points", "items", "auto" as const),
    timezone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Chatham"),
    band: fc.constantFrom<[number, number]>([2, 3], [0.5, 1], [1, 6]),
    velocity: fc.integer({ min: 3, max: 6 }).map((sprints) => ({ sprints })),
    sprints: fc.constantFrom(cadence(), cadence({ days: 7 })),
    ready: fc.option(
      fc.constantFrom(
        readyWhen({ checks: ["status"], status: ["Ready"] }),
        readyWhen({ checks: ["maxSize", "estimate"], maxSize: 5 }),
        readyWhen({
          checks: ["status", "estimate", "acceptanceCriteria", "notBlocked", "maxSize"],
          status: ["Ready"],
          maxSize: 8,
        }),
      ),
    ),
    capacity: fc.option(fc.constant({ people: 6, hoursPerDay: 6, daysOff: [] as string[], perSprint: {} })),
  })
  .map((some) => teamConfig(some));

/** Teams with a past that mostly gives a velocity, and a backlog that mostly has something ready. */
export const randomTeams: fc.Arbitrary<TeamInput> = fc
  .record({
    team,
    done: fc.array(done, { maxLength: 15 }),
    open: fc.array(open, { maxLength: 25 }),
    placed: fc.nat({ max: 25 }),
    hasOrder: fc.boolean(),
    sessions: fc.option(
      fc.array(
        fc.record({
          day: fc.constantFrom(...MID_SPRINT),
          minutes: fc.constantFrom(30, 60),
          people: fc.constantFrom(3, 6),
        }),
      ),
    ),
    asOf: fc.constantFrom("2026-03-17T00:00:00Z", "2026-03-18T15:30:00Z"),
  })
  .map(({ team, done, open, placed, hasOrder, sessions, asOf }) => {
    const backlog = Object.fromEntries(open.map((item, index) => [`ABC-${index + 1}`, item]));
    const items = {
      ...backlog,
      ...Object.fromEntries(done.map((item, index) => [`OLD-${index + 1}`, item])),
    };
    // What comes last has no place.
    const order = hasOrder ? Object.keys(backlog).slice(0, placed).toReversed() : null;
    return { team, observations: [seen("2026-03-16T20:00:00Z", { items, order })], asOf, sessions };
  });
