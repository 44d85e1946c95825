import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartOptions,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { basisWords } from "./basis-words.ts";
import { type ChartColors, readChartColors } from "./chart-colors.ts";
import { marksPlugin } from "./marks-plugin.ts";
import { formatAmount, formatNumber } from "./numbers.ts";
import type { TrendModel, TrendPoint } from "./trend-model.ts";
import { isCrowded, shortLabels } from "./trend-shape.ts";

// Only what is drawn: the whole of Chart.js would weigh half as much again.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

const SIGNALS: Record<NonNullable<TrendPoint["signal"]>, string> = {
  outside: "signal: outside the limits",
  eight: "signal: eight or more on one side of the mean",
  "three-of-four": "signal: three of four near a limit",
};

const pointWords = (point: TrendPoint, unit: string): string => {
  const value = point.value === null ? "not known" : formatAmount(point.value, unit);
  const parts = [point.running ? "running, provisional" : basisWords(point.basis)];
  if (point.signal !== null) parts.push(SIGNALS[point.signal]);
  return `${value} (${parts.join("; ")})`;
};

const lineData = (
  model: TrendModel,
  colors: ChartColors,
): ChartConfiguration["data"]["datasets"][number] => ({
  type: "line",
  data: model.points.map((point) => point.value),
  spanGaps: false,
  borderColor: colors.ready,
  borderWidth: 2,
  pointRadius: isCrowded(model.points.length) ? 2 : 4,
  pointHoverRadius: 6,
  pointBorderColor: colors.ready,
  pointBorderWidth: 2,
  pointBackgroundColor: model.points.map((point) => (point.running ? colors.paper : colors.ready)),
  segment: { borderDash: ({ p1DataIndex }) => (model.points[p1DataIndex]?.running ? [4, 5] : undefined) },
});

const barData = (model: TrendModel, colors: ChartColors): ChartConfiguration["data"]["datasets"][number] => ({
  type: "bar",
  data: model.points.map((point) => point.value),
  categoryPercentage: 0.8,
  barPercentage: 0.775,
  borderColor: colors.ready,
  borderWidth: model.points.map((point) => (point.running ? 2 : 0)),
  backgroundColor: model.points.map((point) => (point.running ? "transparent" : colors.ready)),
});

const trendOptions = (model: TrendModel, colors: ChartColors): ChartOptions => {
  const font = { family: colors.font, size: 13 };
  const labels = shortLabels(model.points.map((point) => point.label));
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: "index", intersect: false },
    layout: { padding: { top: 20, right: 8 } },
    scales: {
      x: {
        type: "category",
        offset: true,
        grid: { display: false },
        border: { color: colors.lineStrong },
        ticks: {
          color: colors.inkSoft,
          font,
          maxRotation: 0,
          autoSkipPadding: 16,
          callback: (_, index) => labels[index] ?? "",
        },
      },
      y: {
        type: "linear",
        min: model.scale.min,
        max: model.scale.max,
        border: { display: false },
        grid: { color: colors.line },
        afterBuildTicks: (axis) => {
          axis.ticks = model.scale.ticks.map((value) => ({ value }));
        },
        ticks: { color: colors.inkSoft, font, callback: (value) => formatNumber(Number(value)) },
      },
    },
    plugins: {
      tooltip: {
        displayColors: false,
        backgroundColor: colors.ink,
        titleColor: colors.paper,
        bodyColor: colors.paper,
        titleFont: font,
        bodyFont: font,
        callbacks: {
          title: ([item]) => model.points[item?.dataIndex ?? -1]?.label ?? "",
          label: ({ dataIndex }) => {
            const point = model.points[dataIndex];
            return point === undefined ? "" : pointWords(point, model.unit);
          },
        },
      },
    },
  };
};

/** Draws the trend on a canvas; the returned function takes it down again. */
export const drawTrend = (canvas: HTMLCanvasElement, model: TrendModel): (() => void) => {
  const draw = (): Chart => {
    const colors = readChartColors(canvas);
    return new Chart(canvas, {
      type: model.kind,
      data: {
        labels: model.points.map((point) => point.label),
        datasets: [model.kind === "line" ? lineData(model, colors) : barData(model, colors)],
      },
      options: trendOptions(model, colors),
      plugins: [marksPlugin(model, colors)],
    });
  };
  let chart = draw();
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const redraw = (): void => {
    chart.destroy();
    chart = draw();
  };
  scheme.addEventListener("change", redraw);
  return () => {
    scheme.removeEventListener("change", redraw);
    chart.destroy();
  };
};
