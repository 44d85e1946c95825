import type { PlacedPoint, Segment } from "./trend-shape.ts";

// One path holds a whole series, in a box of 1000 by 1000 that the page stretches: 130 sprints would otherwise be as
// many elements. Strokes keep their width (`vector-effect`), so that a stroke of no length with round ends is a dot.

/** A coordinate in the stretched box, from percent. */
export const boxed = (percent: number): number => Math.round(percent * 10);

/** The line through neighbouring points; a gap starts a new stroke. */
export const linePath = (segments: readonly Segment[]): string =>
  segments
    .map(({ from, to }, index) => {
      const start = segments[index - 1]?.to.x === from.x ? "" : `M${boxed(from.x)} ${boxed(from.y)}`;
      return `${start}L${boxed(to.x)} ${boxed(to.y)}`;
    })
    .join("");

/** A dot at each point. */
export const dotPath = (points: readonly Pick<PlacedPoint, "x" | "y">[]): string =>
  points.map(({ x, y }) => `M${boxed(x)} ${boxed(y)}h0`).join("");

/** A bar from the zero line to each point. */
export const barPath = (
  points: readonly Pick<PlacedPoint, "x" | "y">[],
  { width, zero }: { width: number; zero: number },
): string =>
  points
    .map(
      ({ x, y }) =>
        `M${boxed(x - width / 2)} ${boxed(zero)}V${boxed(y)}H${boxed(x + width / 2)}V${boxed(zero)}z`,
    )
    .join("");

/** Upright or level lines across the box. */
export const levelPath = (ys: readonly number[]): string => ys.map((y) => `M0 ${boxed(y)}H1000`).join("");
export const uprightPath = (xs: readonly number[]): string => xs.map((x) => `M${boxed(x)} 0V1000`).join("");
