import { formatNumber } from "../../../charts/numbers.ts";
import { percent, percentOn } from "../../../charts/scale.ts";
import { el, type Tree } from "../tree.ts";
import type { Scene } from "./words.ts";

/** Room to the right of the band, so that "above" has somewhere to be. */
const HEADROOM = 4 / 3;
/** Labels nearer to each other than this, in percent, would touch. */
const APART = 9;
const LAST = 94;

/** The band, the depth with its interval, and a mark where it stands as it is. */
export const bullet = ({ plan, setting, now, usual }: Scene): Tree => {
  const depth = now.depth ?? 0;
  const [lower, upper] = setting.band;
  // The scale is that of as it is too, so that a bar that grows is seen to grow.
  const max = Math.max(
    upper * HEADROOM,
    plan.band[1] * HEADROOM,
    ...[now, usual].flatMap(({ depth, interval }) => [depth ?? 0, interval?.[1] ?? 0]),
  );
  const at = (value: number): number => percentOn({ min: 0, max }, value);
  const x = (value: number): string => percent(at(value));
  const line = (value: number, kind: string, [from, to]: [string, string]): Tree =>
    el("line", { class: kind, x1: x(value), x2: x(value), y1: from, y2: to });
  const labels = [0, lower, upper].filter(
    (value, index, all) => index === 0 || at(value) - at(all[index - 1]!) > APART,
  );
  return el(
    "svg",
    { class: "bullet", width: "100%", height: "42", "aria-hidden": "true" },
    el("rect", { class: "bullet-track", y: "4", width: "100%", height: "16" }),
    el("rect", {
      class: "bullet-zone wanted",
      x: x(lower),
      y: "4",
      width: percent(at(upper) - at(lower)),
      height: "16",
    }),
    el("rect", { class: "bullet-value", y: "9", width: x(depth), height: "6" }),
    ...(now.interval ?? []).map((end) => line(end, "bullet-interval", ["5", "19"])),
    usual.depth !== null && usual.depth !== now.depth && line(usual.depth, "bullet-usual", ["0", "24"]),
    ...labels.map((value) =>
      el(
        "text",
        {
          x: x(value),
          y: "38",
          "text-anchor": value === 0 ? "start" : at(value) > LAST ? "end" : "middle",
        },
        formatNumber(value),
      ),
    ),
  );
};
