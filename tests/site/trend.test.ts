import { describe, expect, test } from "vitest";
import { bulletShape } from "../../src/charts/bullet-shape.ts";
import { scatterShape } from "../../src/charts/scatter-shape.ts";
import { legendOf } from "../../src/charts/trend-legend.ts";
import { marksOf } from "../../src/charts/trend-marks.ts";
import { trendModel } from "../../src/charts/trend-model.ts";
import { packTrend, unpackTrend } from "../../src/charts/trend-pack.ts";
import { barPath, dotPath, linePath } from "../../src/charts/trend-path.ts";
import { axisLabels, gapRuns, placePoints } from "../../src/charts/trend-shape.ts";
import { sampleDepth } from "./sample-depth.ts";
import { sampleReport } from "./sample-report.ts";
import { sampleMetric, sampleSprints } from "./sample-series.ts";

const model = trendModel(sampleReport(), sampleDepth());

describe("a trend's model", () => {
  test("survives the way through an attribute of the page", () => {
    expect(unpackTrend(packTrend(model))).toEqual(model);
  });

  test("survives it with a name of two lines, as one line", () => {
    const points = model.points.map((point) => ({ ...point, label: 'Two\nlines "quoted"' }));
    expect(unpackTrend(packTrend({ ...model, points })).points.map(({ label }) => label)).toEqual(
      points.map(() => 'Two lines "quoted"'),
    );
  });

  test("makes room for limits as for values, and knows its signals", () => {
    expect(model.scale.max).toBeGreaterThanOrEqual(3.2);
    expect(model.points.filter(({ signal }) => signal !== null).map(({ label }) => label)).toEqual([
      "Sprint 3",
    ]);
  });

  test("leaves out a lower limit that is clamped", () => {
    const limits = { centre: 10, upper: 30, lower: 0, clamped: true, meanRange: 8, rangeLimit: 26 };
    expect(trendModel(sampleReport(), sampleMetric({ limits })).limits).toEqual({
      centre: 10,
      upper: 30,
      lower: null,
    });
  });
});

describe("annotations", () => {
  test("stand at their day inside their sprint, in order of time", () => {
    const marks = marksOf(
      [
        { on: "2026-03-02", text: "later" },
        { on: "2026-01-12", text: "earlier" },
        { on: "2020-01-01", text: "before all sprints" },
        { on: "not a day", text: "no day" },
      ],
      sampleSprints(),
    );
    expect(marks.map(({ letter, text }) => `${letter} ${text}`)).toEqual(["A earlier", "B later"]);
    // 12 January is a little more than half of the first of eight sprints.
    expect(marks[0]?.x).toBeGreaterThan(12.5 / 2);
    expect(marks[0]?.x).toBeLessThan(12.5);
  });
});

describe("a path", () => {
  const at = (x: number, y: number) => ({ ...model.points[0]!, value: 1, x, y });

  test("of a line goes on where it ended and starts anew after a gap", () => {
    const [a, b, c, d, e] = [at(1, 1), at(2, 2), at(3, 3), at(5, 5), at(6, 6)] as const;
    const segments = [
      { from: a, to: b },
      { from: b, to: c },
      { from: d, to: e },
    ];
    expect(linePath(segments)).toBe("M10 10L20 20L30 30M50 50L60 60");
  });

  test("of dots and bars has one part a point", () => {
    expect(dotPath([at(1, 2), at(3, 4)])).toBe("M10 20h0M30 40h0");
    expect(barPath([at(10, 40)], { width: 4, zero: 100 })).toBe("M80 1000V400H120V1000z");
  });

  test("of 130 sprints stays small", () => {
    const points = Array.from({ length: 130 }, (_, index) => ({ ...model.points[2]!, value: index % 7 }));
    const { placed, segments } = placePoints(points, model.scale);
    expect(linePath(segments).length + dotPath(placed).length).toBeLessThan(3000);
  });
});

test("gaps beside each other are one", () => {
  const runs = gapRuns([null, null, 1, null].map((value) => ({ ...model.points[0]!, value })));
  expect(runs).toEqual([
    { x: 0, width: 50 },
    { x: 75, width: 25 },
  ]);
});

test("130 sprints have as many labels as fit, the newest among them", () => {
  const labels = axisLabels(Array.from({ length: 130 }, (_, index) => `Sprint ${index + 1}`));
  expect(labels.length).toBeLessThanOrEqual(8);
  expect(labels.at(-1)?.text).toBe("Sprint 130");
});

test("a legend names nothing that is not drawn", () => {
  const plain = trendModel(
    { sprints: sampleSprints() },
    sampleMetric({ series: sampleMetric().series.slice(1, 4) }),
  );
  expect(legendOf(plain).map(({ kind }) => kind)).toEqual(["bar"]);
  expect(legendOf(model).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["line", "running", "band", "limits", "mean", "signal", "gap", "mark"]),
  );
});

describe("a bullet", () => {
  test("shows the band that is wanted, and where the value stands", () => {
    const shape = bulletShape(sampleDepth(), 1.8);
    expect(shape.zone).toEqual({ kind: "wanted", from: 50, to: 75 });
    expect(shape.value).toBe(45);
    expect(shape.labels.map(({ text, x }) => [text, Math.round(x)])).toEqual([
      ["0", 0],
      ["2", 50],
      ["3", 75],
    ]);
    expect(shape.said).toBe("1.8 sprints, band 2 to 3, 80 % interval 1.5 to 2.1.");
  });

  test("shows without a band what is usual, and says that it is only that", () => {
    const limits = { centre: 10, upper: 30, lower: -10, clamped: true, meanRange: 8, rangeLimit: 26 };
    const shape = bulletShape(sampleMetric({ unit: "%", limits }), 12);
    expect(shape.zone?.kind).toBe("usual");
    expect(shape.said).toBe("12\u00a0%, usual up to 30\u00a0%.");
  });

  test("stays inside for any value", () => {
    for (const value of [0, 1e9]) {
      const shape = bulletShape(sampleDepth(), value);
      expect(shape.value).toBeGreaterThanOrEqual(0);
      expect(shape.value).toBeLessThanOrEqual(100);
    }
  });
});

test("a scatter keeps guideline and band inside its scales", () => {
  const { guideline, band, dots } = scatterShape([{ label: "a", x: 2, y: 1 }], {
    guideline: 10,
    band: [2, 3],
  });
  expect(guideline).toBeGreaterThan(0);
  expect(guideline).toBeLessThan(100);
  expect(band.top).toBeLessThan(band.bottom);
  expect(dots[0]?.top).toBeGreaterThan(band.bottom);
});
