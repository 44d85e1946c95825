import { type ReactNode, useEffect, useRef, useState } from "react";
import { drawTrend } from "./draw-trend.ts";
import type { TrendModel } from "./trend-model.ts";

export interface TrendChartProps {
  model: TrendModel;
  /** The drawing made at build: it stays in place below, for assistive technology and for print. */
  children?: ReactNode;
}

/** The still drawing, and over it, once the browser has the script, one that answers to the pointer. */
export const TrendChart = ({ model, children }: TrendChartProps): ReactNode => {
  const [awake, setAwake] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => setAwake(true), []);

  useEffect(() => {
    if (!awake || canvas.current === null) return;
    return drawTrend(canvas.current, model);
  }, [awake, model]);

  // Astro wakes the island when this element comes into view: it needs a box, which a slot has not.
  return (
    <div className="trend">
      {children}
      {awake && (
        <div className="trend-awake" aria-hidden="true">
          <canvas ref={canvas} />
        </div>
      )}
    </div>
  );
};
