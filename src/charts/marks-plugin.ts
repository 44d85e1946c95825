import type { Chart, Plugin } from "chart.js";
import type { ChartColors } from "./chart-colors.ts";
import type { TrendModel } from "./trend-model.ts";
import { gapRuns, isCrowded } from "./trend-shape.ts";

interface Drawing {
  chart: Chart;
  model: TrendModel;
  colors: ChartColors;
}

const LETTER_SPACE = 4;
const GAP_STEP = 7;

/** The pixel at which a value stands. */
const levelOf = ({ chart }: Drawing, value: number): number => chart.scales.y?.getPixelForValue(value) ?? 0;

const drawBand = (drawing: Drawing): void => {
  const { chart, model, colors } = drawing;
  if (model.band === null) return;
  const { ctx, chartArea } = chart;
  const top = levelOf(drawing, model.band[1] ?? model.scale.max);
  const bottom = levelOf(drawing, model.band[0] ?? model.scale.min);
  ctx.save();
  ctx.globalAlpha = 0.55;
  ctx.fillStyle = colors.band;
  ctx.fillRect(chartArea.left, top, chartArea.width, bottom - top);
  ctx.restore();
};

/** The same dots as in the drawing made at build, so that one legend fits both. */
const drawGaps = ({ chart, model, colors }: Drawing): void => {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.fillStyle = colors.lineStrong;
  for (const { x, width } of gapRuns(model.points)) {
    const left = chartArea.left + (x / 100) * chartArea.width;
    const right = left + (width / 100) * chartArea.width;
    for (let across = left + 2; across < right; across += GAP_STEP) {
      for (let down = chartArea.top + 2; down < chartArea.bottom; down += GAP_STEP) {
        ctx.fillRect(across, down, 1.5, 1.5);
      }
    }
  }
  ctx.restore();
};

const drawLevel = (drawing: Drawing, value: number, dash: number[]): void => {
  const { chart, colors } = drawing;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = colors.inkSoft;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(chartArea.left, levelOf(drawing, value));
  ctx.lineTo(chartArea.right, levelOf(drawing, value));
  ctx.stroke();
  ctx.restore();
};

const drawLimits = (drawing: Drawing): void => {
  const { limits } = drawing.model;
  if (limits === null) return;
  drawLevel(drawing, limits.centre, []);
  for (const limit of [limits.upper, limits.lower]) if (limit !== null) drawLevel(drawing, limit, [10, 5]);
};

const drawMarks = ({ chart, model, colors }: Drawing): void => {
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = colors.ink;
  ctx.fillStyle = colors.ink;
  ctx.font = `600 12px ${colors.font}`;
  ctx.textAlign = "center";
  ctx.setLineDash([2, 3]);
  for (const { letter, x } of model.marks) {
    const left = chartArea.left + (x / 100) * chartArea.width;
    ctx.beginPath();
    ctx.moveTo(left, chartArea.top);
    ctx.lineTo(left, chartArea.bottom);
    ctx.stroke();
    ctx.fillText(letter, left, chartArea.top - LETTER_SPACE);
  }
  ctx.restore();
};

const drawSignals = (drawing: Drawing): void => {
  const { chart, model, colors } = drawing;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = colors.signal;
  ctx.lineWidth = 2.5;
  for (const [index, { value, signal }] of model.points.entries()) {
    if (value === null || signal === null) continue;
    const left = chartArea.left + ((index + 0.5) / model.points.length) * chartArea.width;
    ctx.beginPath();
    ctx.arc(left, levelOf(drawing, value), isCrowded(model.points.length) ? 5 : 8, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.restore();
};

/** Draws what Chart.js does not know: band, gaps, limits and annotations behind the data, signals around it. */
export const marksPlugin = (model: TrendModel, colors: ChartColors): Plugin => ({
  id: "marks",
  beforeDatasetsDraw: (chart) => {
    const drawing = { chart, model, colors };
    drawGaps(drawing);
    drawBand(drawing);
    drawLimits(drawing);
    drawMarks(drawing);
  },
  afterDatasetsDraw: (chart) => drawSignals({ chart, model, colors }),
});
