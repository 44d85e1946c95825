import type { Chart, Plugin } from "chart.js";
import type { ChartColors } from "./chart-colors.ts";
import type { TrendModel } from "./trend-model.ts";

const drawBand = (chart: Chart, model: TrendModel, colors: ChartColors): void => {
  const y = chart.scales.y;
  if (model.band === null || y === undefined) return;
  const { ctx, chartArea } = chart;
  const top = y.getPixelForValue(model.band[1] ?? model.scale.max);
  const bottom = y.getPixelForValue(model.band[0] ?? model.scale.min);
  ctx.save();
  ctx.globalAlpha = 0.55;
  ctx.fillStyle = colors.band;
  ctx.fillRect(chartArea.left, top, chartArea.width, bottom - top);
  ctx.restore();
};

const drawGaps = (chart: Chart, model: TrendModel, colors: ChartColors): void => {
  const x = chart.scales.x;
  if (x === undefined) return;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = colors.lineStrong;
  ctx.setLineDash([2, 3]);
  for (const [index, point] of model.points.entries()) {
    if (point.value !== null) continue;
    const middle = x.getPixelForValue(index);
    ctx.beginPath();
    ctx.moveTo(middle, chartArea.top);
    ctx.lineTo(middle, chartArea.bottom);
    ctx.stroke();
  }
  ctx.restore();
};

/** Draws behind the data what the team wants, and where nothing is known. */
export const bandPlugin = (model: TrendModel, colors: ChartColors): Plugin => ({
  id: "band",
  beforeDatasetsDraw: (chart) => {
    drawBand(chart, model, colors);
    drawGaps(chart, model, colors);
  },
});
