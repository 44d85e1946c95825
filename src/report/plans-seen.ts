import { type Backlog, begunSprints } from "../history/backlog.ts";
import { DAY } from "../lib/dates.ts";

/** Begun sprints whose plan was seen when it was made: within a day of the start, or by the tracker's own events. */
export const plansSeen = (backlog: Backlog): Set<string> => {
  const seen = backlog.observations.map(({ at }) => at);
  return new Set(
    begunSprints(backlog)
      .filter(
        ({ start }) =>
          start + DAY <= backlog.toldUntil || seen.some((at) => start <= at && at <= start + DAY),
      )
      .map(({ id }) => id),
  );
};
