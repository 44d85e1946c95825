import { percentOn, scaleOf } from "./scale.ts";

export interface ScatterInput {
  label: string;
  x: number;
  y: number;
}

interface ScatterDot extends ScatterInput {
  /** Percent from the left and from the top. */
  left: number;
  top: number;
}

export interface ScatterShape {
  dots: ScatterDot[];
  /** Where the guideline stands from the left, and the band from the top. */
  guideline: number;
  band: { top: number; bottom: number };
  ticks: { x: { value: number; at: number }[]; y: { value: number; at: number }[] };
}

/** Room beyond the guideline and the band, so that "more" has somewhere to be. */
const HEADROOM = 1.25;

/** Points of two numbers each, oldest first, on scales from 0 that hold guideline and band. */
export const scatterShape = (
  points: readonly ScatterInput[],
  wanted: { guideline: number; band: readonly [number, number] },
): ScatterShape => {
  const x = scaleOf([...points.map((point) => point.x), wanted.guideline * HEADROOM]);
  const y = scaleOf([...points.map((point) => point.y), wanted.band[1] * HEADROOM]);
  const left = (value: number): number => percentOn(x, value);
  const top = (value: number): number => 100 - percentOn(y, value);
  return {
    dots: points.map((point) => ({ ...point, left: left(point.x), top: top(point.y) })),
    guideline: left(wanted.guideline),
    band: { top: top(wanted.band[1]), bottom: top(wanted.band[0]) },
    ticks: {
      x: x.ticks.map((value) => ({ value, at: left(value) })),
      y: y.ticks.map((value) => ({ value, at: top(value) })),
    },
  };
};
