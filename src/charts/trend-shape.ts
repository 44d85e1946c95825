import { percentOn, type Scale } from "./scale.ts";
import type { TrendPoint } from "./trend-model.ts";

export interface PlacedPoint extends TrendPoint {
  value: number;
  /** Percent from the left. */
  x: number;
  /** Percent from the top. */
  y: number;
}

export interface Segment {
  from: PlacedPoint;
  to: PlacedPoint;
}

/** The middle of a point's column, in percent from the left. */
const columnMiddle = (index: number, count: number): number => ((index + 0.5) / count) * 100;

export const fromTop = (scale: Scale, value: number): number => 100 - percentOn(scale, value);

/** The known points in their places, and the lines between neighbours: a gap has neither. */
export const placePoints = (
  points: readonly TrendPoint[],
  scale: Scale,
): { placed: PlacedPoint[]; segments: Segment[] } => {
  const places = points.map((point, index): PlacedPoint | null =>
    point.value === null
      ? null
      : {
          ...point,
          value: point.value,
          x: columnMiddle(index, points.length),
          y: fromTop(scale, point.value),
        },
  );
  const segments: Segment[] = [];
  for (const [index, to] of places.entries()) {
    const from = places[index - 1];
    if (from != null && to !== null) segments.push({ from, to });
  }
  return { placed: places.filter((place) => place !== null), segments };
};

/** The two edges of a band in percent from the top; an open end reaches to the edge of the scale. */
export const bandEdges = (
  band: readonly [number | null, number | null],
  scale: Scale,
): { top: number; bottom: number } => ({
  top: fromTop(scale, band[1] ?? scale.max),
  bottom: fromTop(scale, band[0] ?? scale.min),
});

/** Runs of columns in which nothing is known, in percent from the left. */
export const gapRuns = (points: readonly TrendPoint[]): { x: number; width: number }[] => {
  const runs: { x: number; width: number }[] = [];
  const column = 100 / points.length;
  for (const [index, point] of points.entries()) {
    if (point.value !== null) continue;
    if (points[index - 1]?.value === null) runs.at(-1)!.width += column;
    else runs.push({ x: index * column, width: column });
  }
  return runs;
};

/** From here on full dots would touch each other on a narrow screen. */
const MANY_POINTS = 40;

export const isCrowded = (count: number): boolean => count > MANY_POINTS;

const LONGEST_LABEL = 14;

const shortened = (label: string): string =>
  [...label].length <= LONGEST_LABEL ? label : `${[...label].slice(0, LONGEST_LABEL - 1).join("")}…`;

/** How many words all names begin with. */
const sharedWords = (names: readonly string[][]): number => {
  const [first = []] = names;
  const differs = first.findIndex((word, index) => names.some((name) => name[index] !== word));
  return differs === -1 ? 0 : differs;
};

/**
 * Names short enough for an axis; the table has them in full. Of long names the words that all share are dropped but
 * for the last one, since the end tells sprints apart.
 * @example shortLabels(["Harbour Sprint 12", "Harbour Sprint 13"]) → ["Sprint 12", "Sprint 13"]
 */
export const shortLabels = (labels: readonly string[]): string[] => {
  const names = labels.map((label) => label.split(/\s+/u));
  const tooLong = labels.some((label) => [...label].length > LONGEST_LABEL);
  const dropped = tooLong ? Math.max(0, sharedWords(names) - 1) : 0;
  return names.map((words) => shortened(words.slice(dropped).join(" ")));
};

/** As many labels as fit beside each other on a wide screen; a phone shows every second. */
const LABELS = 8;

/** The labels under a chart: the newest always has one. */
export const axisLabels = (labels: readonly string[]): { text: string; x: number; wideOnly: boolean }[] => {
  const short = shortLabels(labels);
  const step = Math.ceil(labels.length / LABELS);
  return short.flatMap((text, index) => {
    const fromEnd = labels.length - 1 - index;
    if (fromEnd % step !== 0) return [];
    return [
      {
        text,
        x: columnMiddle(index, labels.length),
        wideOnly: labels.length > 4 && fromEnd % (step * 2) !== 0,
      },
    ];
  });
};
