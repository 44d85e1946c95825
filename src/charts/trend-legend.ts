import { formatDay } from "./days.ts";
import { describeBand, formatAmount, formatNumber } from "./numbers.ts";
import type { TrendModel } from "./trend-model.ts";

type LegendKind = "line" | "bar" | "running" | "band" | "limits" | "mean" | "signal" | "gap" | "mark";

export interface LegendEntry {
  kind: LegendKind;
  text: string;
  /** The letter of an annotation. */
  letter?: string;
}

const limitsText = (model: TrendModel, amount: (value: number) => string): string => {
  const { lower, upper } = model.limits ?? { lower: null, upper: 0 };
  return lower === null ? `usual up to ${amount(upper)}` : `usual from ${amount(lower)} to ${amount(upper)}`;
};

/** What is drawn, in words, and nothing that is not drawn. */
export const legendOf = (model: TrendModel): LegendEntry[] => {
  const known = model.points.filter((point) => point.value !== null);
  const sign = model.unit.startsWith("%") ? "%" : "";
  const amount = (value: number): string => (sign === "" ? formatNumber(value) : formatAmount(value, sign));
  const band = describeBand(model.band);
  const entries: (LegendEntry | null)[] = [
    { kind: model.kind, text: `${model.title.toLowerCase()}, by sprint` },
    known.some((point) => point.running) ? { kind: "running", text: "running sprint, provisional" } : null,
    band === null
      ? null
      : { kind: "band", text: `band, what is wanted: ${band}${sign === "" ? "" : ` ${sign}`}` },
    model.limits === null ? null : { kind: "limits", text: `limits, ${limitsText(model, amount)}` },
    model.limits === null ? null : { kind: "mean", text: `mean ${amount(model.limits.centre)}` },
    known.some((point) => point.signal !== null)
      ? { kind: "signal", text: "signal: not the usual ups and downs" }
      : null,
    known.length < model.points.length ? { kind: "gap", text: "not known, left open" } : null,
    ...model.marks.map(
      ({ letter, on, text }): LegendEntry => ({ kind: "mark", letter, text: `${formatDay(on)}: ${text}` }),
    ),
  ];
  return entries.filter((entry) => entry !== null);
};
