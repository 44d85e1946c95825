import { numberOrNull } from "../../charts/numbers.ts";
import type { Unit } from "../../lib/velocity.ts";
import type { Report } from "../../report/schema.ts";

/** An item as far as a setting can change what becomes of it. */
export type PlanItem = {
  id: string;
  estimate: number | null;
  /** The checks of the team's own rule that it fails. */
  failed: readonly string[];
};

/** What the page computes from. Instants are milliseconds. */
export type Plan = {
  unit: Unit;
  zone: string;
  asOf: number;
  band: readonly [number, number];
  /** The keys of the team's ready rule, in its order. */
  checks: readonly string[];
  maxSize: number | null;
  /** The Product Backlog in order, then what has no place. */
  items: readonly PlanItem[];
  ordered: number | null;
  /** How many sprints the velocity is the mean of. */
  sprints: number;
  /** Estimates of what each ended sprint finished, oldest first. */
  finished: readonly (readonly (number | null)[])[];
  ahead: {
    from: number;
    sprints: readonly { name: string | null; start: number; end: number }[];
  } | null;
  /** The last ended sprint. */
  effort: { sprint: string; people: number | null; hours: number | null; capacity: number | null } | null;
  minutesPerItem: number | null;
};

/** The part of a report that what-if needs; `null` where it is not known what is ready. */
export const planOf = (report: Report): Plan | null => {
  const { whatIf, team, rule, sprints } = report;
  const [lower = null, upper = null] = report.metrics["ready-depth"].band ?? [];
  if (whatIf == null || lower === null || upper === null) return null;
  const { ahead, capacity, velocity } = whatIf;
  return {
    unit: team.unit,
    zone: team.timezone,
    asOf: Date.parse(report.asOf),
    band: [lower, upper],
    checks: rule.map(({ check }) => check),
    maxSize: numberOrNull(whatIf.maxSize),
    items: whatIf.items.map(({ id, estimate, failed }) => ({ id, estimate, failed })),
    ordered: whatIf.ordered,
    sprints: velocity.sprints,
    finished: velocity.finished.map(({ estimates }) => estimates),
    ahead: ahead && {
      from: Date.parse(ahead.from),
      sprints: ahead.sprints.map(({ name, start, end }) => ({
        name,
        start: Date.parse(start),
        end: Date.parse(end),
      })),
    },
    effort: capacity && {
      sprint: sprints.find(({ id }) => id === capacity.sprint)?.name ?? capacity.sprint,
      people: capacity.people,
      hours: capacity.hours,
      capacity: capacity.capacity,
    },
    minutesPerItem: whatIf.minutesPerItem,
  };
};
