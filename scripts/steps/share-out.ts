/** A team's report: its file's name and size, which tells how long its pages take. */
export type ReportFile = { name: string; bytes: number };

/** The first process runs already, and the others have to start: by so much more of the work is it given. */
const HEAD_START = 1.15;

/**
 * Shares reports out among processes so that all end at about the same time: the largest first, each to the process
 * that would end first with it.
 * @returns the reports of each process, by name
 */
export const shareOut = (reports: readonly ReportFile[], processes: number): string[][] => {
  const shares = Array.from({ length: processes }, (_, index) => ({
    names: [] as string[],
    bytes: 0,
    speed: index === 0 ? HEAD_START : 1,
  }));
  const byName = reports.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, bytes } of byName.toSorted((a, b) => b.bytes - a.bytes)) {
    const ends = shares.map((share) => (share.bytes + bytes) / share.speed);
    const next = shares[ends.indexOf(Math.min(...ends))]!;
    next.names.push(name);
    next.bytes += bytes;
  }
  return shares.map(({ names }) => names);
};
