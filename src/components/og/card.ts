import { bulletShape } from "../../charts/bullet-shape.ts";
import { amountOf } from "../../charts/numbers.ts";
import type { Report } from "../../report/schema.ts";
import { inert } from "../text/inert.ts";
import { stateWords, unitWords } from "../text/words.ts";

/** An element as satori takes it: a type and its properties. */
export interface CardElement {
  type: string;
  key: null;
  props: { style: Record<string, string | number>; children?: string | CardElement[] };
}

const INK = "#1b1d1f";
const SOFT = "#55595d";
const LINE = "#d8d6d0";
const HEADLINES = ["ready-depth", "refinement-effort", "order-churn"] as const;
const NAME_LENGTH = 40;
const HEADLINE_LENGTH = 90;

const box = (style: CardElement["props"]["style"], children?: string | CardElement[]): CardElement => ({
  type: "div",
  key: null,
  props: { style: { display: "flex", ...style }, ...(children === undefined ? {} : { children }) },
});

const bar = (left: number, width: number, style: CardElement["props"]["style"]): CardElement =>
  box({ position: "absolute", left: `${left}%`, width: `${width}%`, ...style });

const bullet = (metric: Report["metrics"]["ready-depth"], value: number): CardElement => {
  const shape = bulletShape(metric, value);
  return box({ position: "relative", height: 40, width: "100%", backgroundColor: "#e8e6e0" }, [
    ...(shape.zone === null
      ? []
      : [bar(shape.zone.from, shape.zone.to - shape.zone.from, { height: 40, backgroundColor: "#bcd8ca" })]),
    bar(0, shape.value, { height: 16, top: 12, backgroundColor: "#0072b2" }),
  ]);
};

const figure = (report: Report, id: (typeof HEADLINES)[number]): CardElement => {
  const metric = report.metrics[id];
  const amount = metric.value === null ? null : amountOf(metric.value, metric.unit);
  const unit = metric.unit.startsWith("%") ? unitWords(id, metric.unit) : (amount?.unit ?? "");
  return box({ flexDirection: "column", width: 350 }, [
    box({ fontSize: 26, color: SOFT }, metric.title),
    box(
      { fontSize: amount === null ? 30 : 60, fontWeight: 700, color: INK },
      amount?.figure ?? stateWords(metric.state),
    ),
    box({ fontSize: 24, color: SOFT }, amount === null ? "" : unit),
  ]);
};

/** A team's picture for links: its name, its verdict, the band as a bullet, the three headline numbers. */
export const cardOf = (report: Report): CardElement => {
  const depth = report.metrics["ready-depth"];
  return box(
    {
      flexDirection: "column",
      justifyContent: "space-between",
      width: 1072,
      height: 522,
      padding: "54px 64px",
      backgroundColor: "#fcfbf8",
      fontFamily: "Inter",
    },
    [
      box({ flexDirection: "column" }, [
        box({ fontSize: 30, color: SOFT }, inert(report.team.name, NAME_LENGTH)),
        box(
          { marginTop: 12, fontSize: 60, fontWeight: 700, lineHeight: 1.12, color: INK },
          inert(report.verdict.headline, HEADLINE_LENGTH),
        ),
      ]),
      ...(depth.value === null ? [] : [bullet(depth, depth.value)]),
      box(
        { justifyContent: "space-between", borderTop: `2px solid ${LINE}`, paddingTop: 28 },
        HEADLINES.map((id) => figure(report, id)),
      ),
    ],
  );
};
