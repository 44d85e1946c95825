import { dayAfter } from "../../lib/runs-dry.ts";
import { type UntilEmpty, untilEmpty } from "../../lib/sprints-until-empty.ts";
import { sum } from "../../lib/stats.ts";
import { sizeOf } from "../../lib/velocity.ts";
import { readyFromTop, shelves, shortestAgenda, totalSize, windowOf } from "../../lib/walk.ts";
import { zoneDay } from "../../lib/zone-day.ts";
import type { Plan, PlanItem } from "./plan.ts";
import { MAX_SIZE, meanVelocity, type Setting } from "./setting.ts";

export type OutcomeItem = {
  id: string;
  size: number | null;
  imputed: boolean;
  ready: boolean;
  failed: string[];
};

export type OutcomeShelf = {
  name: string | null;
  start: number | null;
  ready: number;
  unready: number;
  items: OutcomeItem[];
};

/** The numbers of a plan under a setting: by the functions with which the build made the report. */
export type Outcome = {
  velocity: number | null;
  /** Why it is not known. */
  reason: string | null;
  depth: number | null;
  readySize: number | null;
  readyItems: number;
  interval: [number, number] | null;
  fromTop: number | null;
  firstUnready: OutcomeItem | null;
  shelves: OutcomeShelf[] | null;
  /** `beyond`: later than the calendar reaches. */
  runsDry: { p50: string | null; p85: string | null; beyond: boolean };
  agenda: { items: OutcomeItem[]; depth: number; minutes: number | null } | null;
  /** Percent of capacity. */
  effort: number | null;
  capacity: number | null;
  /** By how much depth would change if the check were dropped, or asked for where it is not. */
  toggles: Record<string, number | null>;
};

const SHELVES = 3;

/** The checks that an item fails under a setting, in the rule's order. */
const failedBy = (item: PlanItem, plan: Plan, { without, maxSize }: Setting): string[] => {
  const failed = item.failed.filter((check) => check !== MAX_SIZE && !without.includes(check));
  if (maxSize === null || item.estimate === null || item.estimate <= maxSize) return failed;
  const place = plan.checks.indexOf(MAX_SIZE);
  const before = (check: string): boolean => place === -1 || plan.checks.indexOf(check) < place;
  return [...failed.filter(before), MAX_SIZE, ...failed.filter((check) => !before(check))];
};

const runsDryOf = (plan: Plan, lasts: UntilEmpty | null): Outcome["runsDry"] => {
  const { ahead, zone, asOf } = plan;
  if (lasts === null || ahead === null) return { p50: null, p85: null, beyond: false };
  const dayOf = zoneDay(zone);
  const day = (sprints: number): string | null =>
    dayAfter(sprints, {
      asOf,
      from: ahead.from,
      sprintAt: (index) => ahead.sprints[index] ?? null,
      dayOf,
    });
  const [p50, p85] = [day(lasts.p50), day(lasts.p85)];
  return { p50, p85, beyond: p85 === null };
};

const shelvesOf = (plan: Plan, order: readonly OutcomeItem[], velocity: number): OutcomeShelf[] =>
  shelves(order, { velocity, count: SHELVES }).map((items, index) => {
    const planned = plan.ahead?.sprints[index];
    const size = (ready: boolean): number =>
      sum(items.filter((item) => item.ready === ready).map((item) => item.size ?? 0));
    const isNamed = planned !== undefined && planned.name !== null;
    return {
      name: isNamed ? planned.name : null,
      start: isNamed ? planned.start : null,
      ready: size(true),
      unready: size(false),
      items,
    };
  });

/** What a plan comes to under a setting. */
export const outcomeOf = (plan: Plan, setting: Setting): Outcome => {
  const { effort, unit } = plan;
  const base = meanVelocity(plan, setting.sprints);
  const people =
    effort === null || effort.people === null || setting.people === null ? 1 : setting.people / effort.people;
  const asked = setting.velocity ?? base.value;
  const velocity = asked === null ? null : asked * (setting.inProportion ? people : 1);
  const measure = { unit, imputation: base.median };
  const items = plan.items.map((item): OutcomeItem => {
    const failed = failedBy(item, plan, setting);
    return { id: item.id, ...sizeOf(item.estimate, measure), ready: failed.length === 0, failed };
  });
  const order = plan.ordered === null ? null : items.slice(0, plan.ordered);
  const ready = items.filter((item) => item.ready);
  const readySize = totalSize(ready);
  const inSprints = (size: number | null): number | null =>
    size === null || velocity === null ? null : size / velocity;
  // Sprints go as differently as they did, each in the proportion in which the mean has changed.
  const lasts =
    readySize === null || velocity === null || base.value === null
      ? null
      : untilEmpty(
          readySize,
          base.sprints.map((size) => size! * (velocity / base.value!)),
        );
  const top = order === null ? null : readyFromTop(order);
  const reach = velocity === null ? [] : windowOf(order ?? [], setting.band[1] * velocity);
  const agenda =
    readySize === null || velocity === null
      ? null
      : shortestAgenda(
          reach.filter((item) => !item.ready),
          { readySize, target: setting.band[0] * velocity },
        );
  const capacity = effort === null || effort.capacity === null ? null : effort.capacity * people;
  const hours = effort?.hours ?? null;
  return {
    velocity,
    reason: velocity === null ? base.reason : readySize === null ? "no finished item has an estimate" : null,
    depth: inSprints(readySize),
    readySize,
    readyItems: ready.length,
    interval: lasts && [lasts.p10, lasts.p90],
    fromTop: top === null ? null : inSprints(totalSize(top.ready)),
    firstUnready: top?.stop ?? null,
    shelves: order === null || velocity === null ? null : shelvesOf(plan, order, velocity),
    runsDry: runsDryOf(plan, lasts),
    agenda: agenda && {
      items: agenda.items,
      depth: agenda.size / velocity!,
      minutes: plan.minutesPerItem === null ? null : agenda.items.length * plan.minutesPerItem,
    },
    effort: hours === null || capacity === null || capacity === 0 ? null : (hours / capacity) * 100,
    capacity,
    toggles: Object.fromEntries(
      [...new Set([...plan.checks, MAX_SIZE])].map((check) => [
        check,
        inSprints(changeBy(check, { plan, setting, items })),
      ]),
    ),
  };
};

/** The size that becomes ready without a check that is asked for, or is ready no more with one that is not. */
const changeBy = (
  check: string,
  { plan, setting, items }: { plan: Plan; setting: Setting; items: readonly OutcomeItem[] },
): number | null => {
  const isOn = check === MAX_SIZE ? setting.maxSize !== null : !setting.without.includes(check);
  if (isOn) return totalSize(items.filter(({ failed }) => failed.length === 1 && failed[0] === check));
  const lost = totalSize(items.filter(({ ready }, at) => ready && plan.items[at]!.failed.includes(check)));
  return lost === null ? null : -lost;
};
