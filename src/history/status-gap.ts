import type { Finding } from "../model/observation.ts";
import type { TrackerRead } from "../model/tracker-read.ts";

/** A status that no event explains: its item, and the last instant at which it was known. */
export type LostStatus = { id: string; knownAt: string; hadEvents: boolean };

/** Places that are kept of a finding. */
const PLACES = 20;

/**
 * From when on events of the status are missing: what they tell after that instant is not the past. A status that was
 * last known before the tracker began to lose events was lost since then; one that never had an event although its
 * item is older than such events was perhaps never told.
 */
export const statusGap = (
  lost: readonly LostStatus[],
  events: NonNullable<TrackerRead["statusEvents"]>,
): string | null => {
  const instants = lost.map(({ knownAt, hadEvents }) =>
    !hadEvents && knownAt < events.since ? knownAt : [knownAt, events.lostSince].toSorted().at(-1)!,
  );
  return instants.toSorted()[0] ?? null;
};

/** Says which items have a status that no event explains. */
export const lostFinding = (lost: readonly LostStatus[], until: string | null): Finding[] =>
  lost.length === 0
    ? []
    : [
        {
          id: "status-events-lost",
          count: lost.length,
          first: lost.slice(0, PLACES).map(({ id }) => ({
            where: id,
            text: `the tracker wrote no event of its present status: until it was first read, the status is known up to ${until} only`,
          })),
        },
      ];
