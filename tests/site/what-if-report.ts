import type { Report } from "../../src/report/schema.ts";
import {
  cadence,
  facts,
  finishing,
  ready,
  readyWhen,
  reportOf,
  seen,
  teamConfig,
} from "../support/team-builder.ts";

export const HOSTILE = '"><img src=x onerror=alert(1)>';
const rule = readyWhen({ checks: ["status", "estimate", "maxSize"], status: ["Ready"], maxSize: 8 });

/** A team of four with a velocity of 20 and 18 of 56 points ready; its ids and sprints begin with something odd. */
export const whatIfReport = ({ id, name, odd }: { id: string; name: string; odd: string }): Report =>
  reportOf({
    team: teamConfig({
      id,
      name,
      ready: rule,
      unit: "points",
      capacity: { people: 4, hoursPerDay: 6, daysOff: [], perSprint: {} },
      sprints: cadence({ namePattern: `${odd}Sprint {n}` }),
    }),
    observations: [
      seen("2026-03-17T12:00:00Z", {
        items: {
          [`${odd}A`]: ready(5),
          [`${odd}B`]: ready(null),
          [`${odd}C`]: ready(13),
          [`${odd}D`]: ready(8),
          [`${odd}E`]: facts({ estimate: 5 }),
          [`${odd}F`]: ready(5),
          ...finishing([18, 22, 20, 16, 24]),
        },
      }),
    ],
    sessions: [{ day: "2026-03-04", minutes: 120, people: 4 }],
    asOf: "2026-03-18T15:30:00Z",
  });
