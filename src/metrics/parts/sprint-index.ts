import type { Sprint } from "../../model/sprint.ts";

/** Finds the sprint in which an instant lies, as its index, by bisection; −1 between sprints. */
export const sprintIndex = (sprints: readonly Sprint[]): ((t: number) => number) => {
  return (t) => {
    let low = 0;
    let high = sprints.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sprints[middle]!.start <= t) low = middle + 1;
      else high = middle;
    }
    return low > 0 && t < sprints[low - 1]!.end ? low - 1 : -1;
  };
};
