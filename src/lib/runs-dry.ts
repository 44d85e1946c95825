/** The sprints ahead of as-of, and the days on which instants fall. */
export type Ahead = {
  asOf: number;
  /** The end of the running sprint; as-of when none runs. */
  from: number;
  /** The sprint so many places ahead, the first being 0; `null` where nobody can tell. `after` is the end of the one before. */
  sprintAt: (index: number, after: number) => { start: number; end: number } | null;
  /** The calendar day of an instant in the team's zone. */
  dayOf: (instant: number) => string;
};

/**
 * The day on which so many sprints from now end: metrics.md §2, "Runs dry on". An end at 00:00 is the day before.
 * `null` beyond the sprints that are known. The build and the what-if page use the same.
 */
export const dayAfter = (sprints: number, { asOf, from, sprintAt, dayOf }: Ahead): string | null => {
  let left = sprints;
  let at = from;
  for (let index = 0; left > 0; index += 1) {
    const sprint = sprintAt(index, at);
    if (sprint === null) return null;
    const { start, end } = sprint;
    at = left >= 1 ? end : Math.floor(start + left * (end - start));
    left -= 1;
  }
  const [day, before] = [dayOf(at), dayOf(at - 1)];
  return at > asOf && before !== day ? before : day;
};
