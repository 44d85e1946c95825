import type { Basis } from "../report/schema.ts";
import type { SignalRule, TrendModel, TrendPoint } from "./trend-model.ts";

/** A model as an attribute of the page, a third of its length: what most points share is not said for each. */
interface Packed extends Omit<TrendModel, "points"> {
  labels: string;
  values: (number | null)[];
  /** One letter a point. */
  basis: string;
  /** Places of the points of the running sprint. */
  running: number[];
  signals: [number, SignalRule][];
}

const LETTERS: Record<Basis, string> = { observed: "o", rebuilt: "r", gap: "-" };
const BASES = new Map(Object.entries(LETTERS).map(([basis, letter]) => [letter, basis as Basis]));
/** More digits than a chart can show. */
const DIGITS = 5;
/** A line feed in a name becomes a blank: no label has room for two lines. */
const BETWEEN = "\n";

const places = (points: readonly TrendPoint[], has: (point: TrendPoint) => boolean): number[] =>
  points.flatMap((point, index) => (has(point) ? [index] : []));

export const packTrend = ({ points, ...model }: TrendModel): string => {
  const packed: Packed = {
    ...model,
    labels: points.map(({ label }) => label.replaceAll(BETWEEN, " ")).join(BETWEEN),
    values: points.map(({ value }) => (value === null ? null : Number(value.toPrecision(DIGITS)))),
    basis: points.map(({ basis }) => LETTERS[basis]).join(""),
    running: places(points, (point) => point.running),
    signals: points.flatMap(({ signal }, index) => (signal === null ? [] : [[index, signal]])),
  };
  return JSON.stringify(packed);
};

export const unpackTrend = (text: string): TrendModel => {
  const { labels, values, basis, running, signals, ...model } = JSON.parse(text) as Packed;
  const names = labels.split(BETWEEN);
  const rules = new Map(signals);
  return {
    ...model,
    points: values.map((value, index) => ({
      label: names[index] ?? "",
      value,
      running: running.includes(index),
      basis: BASES.get(basis[index] ?? "") ?? "gap",
      signal: rules.get(index) ?? null,
    })),
  };
};
