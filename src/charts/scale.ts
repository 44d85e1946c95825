export interface Scale {
  min: number;
  max: number;
  ticks: number[];
}

const TARGET_STEPS = 4;
/** Steps that a reader can halve in the head. */
const STEPS = [1, 2, 2.5, 5, 10];

const niceStep = (span: number): number => {
  const raw = span / TARGET_STEPS;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  return (STEPS.find((step) => step * magnitude >= raw * (1 - 1e-9)) ?? 10) * magnitude;
};

/**
 * A scale from 0 (or from below it, when a value is) with round ticks.
 * @example scaleOf([1.6, 2.4]) → { min: 0, max: 3, ticks: [0, 1, 2, 3] }
 */
export const scaleOf = (values: readonly number[]): Scale => {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = niceStep(high - low > 0 ? high - low : 1);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks };
};

/** The share of the scale, in percent, at which a value stands; kept inside it. */
export const percentOn = (scale: Pick<Scale, "min" | "max">, value: number): number =>
  Math.min(100, Math.max(0, ((value - scale.min) / (scale.max - scale.min)) * 100));

/** Percent for an SVG attribute: short, since a page holds thousands. */
export const percent = (share: number): string => `${Math.round(share * 100) / 100}%`;
