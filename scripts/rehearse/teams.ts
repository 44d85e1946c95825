const HEADER =
  "Summary,Issue key,Issue id,Issue Type,Status,Resolution,Created,Updated,Resolved,Description,Custom field (Rank),Sprint,Custom field (Story Points),Status Category";

/** A tiny Jira export: a handful of finished items, so that there is a velocity, and some to refine. */
export const tinyExport = (key: string, open = 6): string => {
  const finished = Array.from({ length: 4 }, (_, index) => {
    const day = String(8 + 7 * index).padStart(2, "0");
    return `Done ${index},${key}-${index + 1},${index + 1},Story,Done,Done,02/Jan/26 9:00 AM,${day}/Jan/26 9:00 AM,${day}/Jan/26 9:00 AM,,,,3,Done`;
  });
  const waiting = Array.from({ length: open }, (_, index) => {
    const number = index + 5;
    const points = index % 2 === 0 ? "3" : "";
    return `Waiting ${number},${key}-${number},${number},Story,To Do,,02/Jan/26 9:00 AM,02/Jan/26 9:00 AM,,,0|${String.fromCharCode(97 + index)}:,,${points},To Do`;
  });
  return [HEADER, ...finished, ...waiting, ""].join("\n");
};

export const tinyTeam = (name: string): string => `name: ${name}
timezone: Europe/Berlin
source: { exports: { format: auto } }
sprints: { every: 1 week, first: 2026-01-05 }
ready: { estimate: true }
`;

/** The files of so many small teams. */
export const manyTeams = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const id = `team-${String(index + 1).padStart(3, "0")}`;
      return [
        [`data/teams/${id}/team.yaml`, tinyTeam(`Team ${index + 1}`)],
        [`data/teams/${id}/exports/2026-02-02.csv`, tinyExport(`T${index + 1}`)],
      ] as const;
    }).flat(),
  );
