import { describeBand, formatCount, formatNumber } from "../../../charts/numbers.ts";
import { el, type Tree } from "../tree.ts";
import { bullet } from "./bullet.ts";
import { depthWords, type Scene } from "./words.ts";

/** The headline: ready depth under the setting, beside what it is. */
export const depthView = (scene: Scene): Tree[] => {
  const { now, usual, setting, plan } = scene;
  if (now.depth === null) return [el("p", { class: "figure unknown" }, el("b", {}, "not known"))];
  const depth = depthWords(now.depth, setting.band);
  const was = usual.depth === null ? null : depthWords(usual.depth, setting.band);
  const noun = plan.unit === "points" ? "point" : "item";
  return [
    el(
      "p",
      { class: "figure" },
      el("b", {}, depth),
      " ",
      el("span", {}, depth === "1" ? "sprint" : "sprints"),
      was !== null && was !== depth && el("span", { class: "soft" }, ` as it is: ${was}`),
    ),
    bullet(scene),
    el(
      "ul",
      { class: "small soft" },
      el("li", {}, `Band: ${describeBand(setting.band)} sprints`),
      was !== null && was !== depth && el("li", {}, "Dotted: where it stands as it is"),
      now.interval !== null &&
        el(
          "li",
          {},
          `80 % interval: ${formatNumber(now.interval[0])} to ${formatNumber(now.interval[1])} sprints`,
        ),
      el(
        "li",
        {},
        `${formatCount(now.readySize ?? 0, noun)} ready in ${formatCount(now.readyItems, "item")} ÷ ${formatNumber(now.velocity ?? 0)} a sprint`,
      ),
    ),
  ];
};
