import { type BridgeSpan, bridgeOf } from "../../charts/bridge-steps.ts";
import { formatAmount, formatCount, formatNumber, numberOrNull } from "../../charts/numbers.ts";
import type { OrderChurnReport, Report } from "../../report/schema.ts";
import { hasEnded, pointOf, type Sprint } from "../text/sprints.ts";
import { type KitItems, kitItems } from "./kit-items.ts";
import { type KitNumber, kitNumbers } from "./kit-numbers.ts";

/** Everything a retrospective needs of one sprint. */
export interface SprintKit {
  sprint: Sprint;
  previous: Sprint | null;
  next: Sprint | null;
  ended: boolean;
  numbers: KitNumber[];
  bridge: BridgeSpan | null;
  items: KitItems | null;
  order: { sentence: string; movers: OrderChurnReport["movers"] };
  effort: string;
  questions: Report["questions"];
}

const orderSentence = (report: Report, sprint: Sprint): string => {
  const point = pointOf(report.metrics["order-churn"], sprint.id);
  const moves = numberOrNull(point?.moves);
  if (point === null || moves === null) return "How the order changed is not known for this sprint.";
  const net = numberOrNull(point.netMoves);
  const thrash = numberOrNull(point.thrash);
  const looks = numberOrNull(point.observations);
  const kept = net === null ? "" : `; ${formatNumber(net)} when the first look is compared with the last`;
  const undone =
    thrash === null || thrash === 0
      ? ""
      : ` ${formatAmount(thrash * 100, "%")} of the moving was undone again.`;
  const share = point.value === null ? "" : `, ${formatAmount(point.value, "%")} of the order`;
  const seen = looks === null ? "" : ` Seen in ${formatCount(looks, "look")} at the order.`;
  return `${formatCount(moves, "move")}${share}${kept}.${undone}${seen}`;
};

const effortSentence = (report: Report, sprint: Sprint): string => {
  const metric = report.metrics["refinement-effort"];
  const point = pointOf(metric, sprint.id);
  if (point === null || point.value === null) return "Refinement effort is not known for this sprint.";
  const hours = numberOrNull(point.hours);
  const capacity = numberOrNull(point.capacity);
  const share = formatAmount(point.value, "%");
  const quadrant = metric.effortDepth.find((entry) => entry.sprint === sprint.id)?.quadrant ?? null;
  const said = quadrant === null ? "" : ` With what was ready at its end: ${quadrant}.`;
  return hours === null || capacity === null
    ? `${share} of capacity went into refinement.${said}`
    : `${formatNumber(hours)} of ${formatNumber(capacity)} hours, ${share} of capacity, went into refinement.${said}`;
};

/** The retrospective kit of the sprint at a place in the report's list. */
export const sprintKit = (report: Report, index: number): SprintKit => {
  const sprint = report.sprints[index]!;
  const previous = report.sprints[index - 1] ?? null;
  const churn = report.metrics["order-churn"];
  const bridges = report.metrics["ready-depth"].bridge;
  const bridge = bridges.find(({ from }) => from === sprint.start);
  const ended = hasEnded(sprint, report);
  return {
    sprint,
    previous,
    next: report.sprints[index + 1] ?? null,
    ended,
    numbers: kitNumbers(report, sprint.id, previous?.id),
    bridge:
      bridge === undefined
        ? null
        : bridgeOf([bridge], { from: "at the start", to: ended ? "at the end" : "now" }),
    items: kitItems(report, sprint.id),
    order: {
      sentence: orderSentence(report, sprint),
      movers: churn.moversBySprint.find((one) => one.sprint === sprint.id)?.movers ?? [],
    },
    effort: effortSentence(report, sprint),
    questions: report.questions.filter((question) => question.sprint === sprint.id),
  };
};
