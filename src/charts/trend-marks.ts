import type { Report } from "../report/schema.ts";

/** What a team noted, where a chart shows it. */
export interface Mark {
  /** A, B, C …: the drawing has no room for more, the legend has the words. */
  letter: string;
  on: string;
  text: string;
  /** Percent from the left. */
  x: number;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** The middle of the noted day, so that no zone moves it to another. */
const NOON = "T12:00:00Z";

/** The annotations that fall into the drawn sprints, in order of time, each at its day's place in its sprint. */
export const marksOf = (
  annotations: Report["annotations"],
  sprints: readonly (Report["sprints"][number] | undefined)[],
): Mark[] =>
  annotations
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
    .flatMap(({ on, text }) => {
      const time = Date.parse(`${on.slice(0, 10)}${NOON}`);
      const index = sprints.findIndex(
        (sprint) => sprint !== undefined && Date.parse(sprint.start) <= time && time < Date.parse(sprint.end),
      );
      const sprint = sprints[index];
      if (sprint === undefined) return [];
      const [start, end] = [Date.parse(sprint.start), Date.parse(sprint.end)];
      return [{ on, text, x: ((index + (time - start) / (end - start)) / sprints.length) * 100 }];
    })
    .map((mark, index) => ({ letter: LETTERS[index % LETTERS.length] ?? "", ...mark }));
