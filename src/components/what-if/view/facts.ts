import { formatDay } from "../../../charts/days.ts";
import { formatAmount, formatNumber } from "../../../charts/numbers.ts";
import { lackWords } from "../../text/words.ts";
import type { Outcome } from "../outcome.ts";
import type { Plan } from "../plan.ts";
import { el, type Tree } from "../tree.ts";
import type { Scene } from "./words.ts";

const UNKNOWN = "not known";

const velocityWords = ({ velocity }: Outcome, { unit }: Plan): string =>
  velocity === null ? UNKNOWN : `${formatNumber(velocity)} ${unit} a sprint`;

const fromTopWords = ({ fromTop }: Outcome): string =>
  fromTop === null ? UNKNOWN : formatAmount(fromTop, "sprints");

const runsDryWords = ({ runsDry: { p50, p85, beyond } }: Outcome): string => {
  if (p50 === null) return beyond ? "later than the calendar reaches" : UNKNOWN;
  const later =
    p85 === null
      ? ", maybe later than the calendar reaches"
      : p85 === p50
        ? ""
        : `, by ${formatDay(p85)} in 85 of 100 cases`;
  return `by ${formatDay(p50)} as likely as not${later}`;
};

const effortWords = ({ effort }: Outcome): string =>
  effort === null ? UNKNOWN : `${formatAmount(effort, "%")} of capacity`;

const row = (title: string, is: string, was: string, ...more: (Tree | null)[]): Tree =>
  el(
    "div",
    {},
    el("dt", {}, title),
    el(
      "dd",
      {},
      is,
      ...more,
      is !== was && was !== UNKNOWN && el("span", { class: "was" }, `as it is: ${was}`),
    ),
  );

const stop = ({ firstUnready }: Outcome): Tree | null =>
  firstUnready === null
    ? null
    : el(
        "span",
        {},
        ", then ",
        el("bdi", { class: "key" }, firstUnready.id),
        el("span", { class: "lacks" }, ` (${lackWords(firstUnready.failed)})`),
      );

/** The further numbers, each with what it is as it is where that differs. */
export const factsView = ({ plan, now, usual }: Scene): Tree[] => {
  const { effort } = plan;
  const hours = effort?.hours ?? null;
  return [
    el(
      "dl",
      { class: "facts" },
      row("Velocity", velocityWords(now, plan), velocityWords(usual, plan)),
      row("From the top", fromTopWords(now), fromTopWords(usual), now.fromTop === null ? null : stop(now)),
      row("Runs dry", runsDryWords(now), runsDryWords(usual)),
      row(
        "Refinement effort",
        effortWords(now),
        effortWords(usual),
        effort === null || hours === null || now.capacity === null
          ? null
          : el(
              "span",
              {},
              `: ${formatNumber(hours)} of ${formatNumber(now.capacity)} person-hours in `,
              el("bdi", {}, effort.sprint),
            ),
      ),
    ),
  ];
};
