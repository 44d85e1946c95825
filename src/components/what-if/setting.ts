import { velocityOf } from "../../lib/velocity.ts";
import type { Plan } from "./plan.ts";

/** What a reader may change. */
export type Setting = {
  /** A velocity of the reader's own; `null` is the mean of the last sprints. */
  velocity: number | null;
  /** How many sprints the velocity is the mean of. */
  sprints: number;
  /** `null`: as many as are configured. */
  people: number | null;
  /** Whether the velocity changes with the people. */
  inProportion: boolean;
  band: readonly [number, number];
  /** The checks of the rule that are not asked for; its largest size is said by `maxSize` alone. */
  without: readonly string[];
  /** The largest estimate that is ready; `null` for any. */
  maxSize: number | null;
};

/** metrics.md §1: of fewer sprints there is no velocity. */
const FEWEST = 3;
/** So much slower or quicker than now is still worth asking; ten thousand draws of more would take seconds. */
const FACTOR = 10;
/** Where there is no velocity yet, one from here to there may be tried. */
const UNKNOWN: readonly [number, number] = [1, 1000];
const DEEPEST = 100;
const LARGEST = 1000;

export const MAX_SIZE = "maxSize";

export const asItIs = (plan: Plan): Setting => ({
  velocity: null,
  sprints: plan.sprints,
  people: null,
  inProportion: false,
  band: plan.band,
  without: [],
  maxSize: plan.maxSize,
});

/** The mean of the last sprints of a setting. */
export const meanVelocity = (plan: Plan, sprints: number): ReturnType<typeof velocityOf> =>
  velocityOf(plan.finished.slice(-sprints), plan.unit);

/** From where to where each number may go. */
export const rangesOf = (
  plan: Plan,
  sprints = plan.sprints,
): Record<"velocity" | "sprints" | "people" | "band" | "maxSize", readonly [number, number]> => {
  const { value } = meanVelocity(plan, sprints);
  const people = plan.effort?.people ?? null;
  return {
    velocity: value === null ? UNKNOWN : [value / FACTOR, value * FACTOR],
    sprints: [FEWEST, Math.max(FEWEST, plan.sprints, plan.finished.length)],
    people: people === null ? [1, 1] : [Math.min(1, people), people * FACTOR],
    band: [0, DEEPEST],
    maxSize: [0, LARGEST],
  };
};

const within = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, value));

/** A setting with every number in its range and nothing that says only what is so anyway. */
export const settle = (setting: Setting, plan: Plan): Setting => {
  const sprints = within(Math.round(setting.sprints), rangesOf(plan).sprints);
  const ranges = rangesOf(plan, sprints);
  const configured = plan.effort?.people ?? null;
  const people =
    setting.people === null || configured === null ? null : within(setting.people, ranges.people);
  const lower = within(setting.band[0], ranges.band);
  return {
    velocity: setting.velocity === null ? null : within(setting.velocity, ranges.velocity),
    sprints,
    people: people === configured ? null : people,
    inProportion: setting.inProportion && configured !== null,
    band: [lower, Math.max(lower, within(setting.band[1], ranges.band))],
    without: plan.checks.filter((check) => check !== MAX_SIZE && setting.without.includes(check)),
    maxSize: setting.maxSize === null ? null : within(setting.maxSize, ranges.maxSize),
  };
};

/** A number as somebody typed it; `null` for nothing or no number. */
export const typed = (text: string): number | null => {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() === "" || !Number.isFinite(value) ? null : value;
};

/** One control of the page, with what it says now. */
export type Control = { name: string; value: string; checked: boolean };

/** A setting after one control was used. */
export const changed = (setting: Setting, control: Control, plan: Plan): Setting => {
  const { name, checked } = control;
  const value = typed(control.value);
  const [lower, upper] = setting.band;
  const changes: Record<string, () => Partial<Setting>> = {
    velocity: () => ({ velocity: value }),
    // Who asks for another mean wants to see it.
    sprints: () => ({ sprints: value ?? plan.sprints, velocity: null }),
    people: () => ({ people: value }),
    inProportion: () => ({ inProportion: checked }),
    lower: () => ({ band: [value ?? plan.band[0], Math.max(value ?? plan.band[0], upper)] }),
    upper: () => ({ band: [Math.min(lower, value ?? plan.band[1]), value ?? plan.band[1]] }),
    maxSize: () => ({ maxSize: value }),
    check: () => ({
      without: checked
        ? setting.without.filter((check) => check !== control.value)
        : [...setting.without, control.value],
    }),
  };
  return settle({ ...setting, ...changes[name]?.() }, plan);
};
