import { randomLcg } from "d3-random";
import type { Action, IssueAction } from "./actions.ts";
import { apply } from "./apply.ts";
import { type Head, issueShelf } from "./issue-shelf.ts";
import { found, instantOf } from "./lookup.ts";
import { openSeed, type Seed } from "./seed.ts";
import type { IssueRecord, WorldState } from "./state.ts";
import type { World } from "./world.ts";

const SEED: Seed = {
  labels: ["ready", "bug", "size/1", "size/3", "size/8"],
  milestones: ["Sprint 1", "Sprint 2", "Sprint 3"],
  types: ["Story", "Bug"],
  fields: [{ name: "Effort" }],
};
const START = Date.parse("2024-01-01T00:00:00Z");
const DAY = 86_400_000;
const PEOPLE = ["ana", "ben", "cem", "renovate[bot]"];

type Step = (issue: number, draw: () => number) => IssueAction;

/** What may happen to an issue, each thing once and each on a later day than the one before. */
const STEPS: readonly Step[] = [
  (issue, draw) => ({ do: "label", issue, label: `size/${[1, 3, 8][Math.floor(draw() * 3)]}` }),
  (issue) => ({ do: "editBody", issue, body: "## Acceptance criteria\n\n- It works." }),
  (issue, draw) => ({ do: "setField", issue, field: "Effort", value: 1 + Math.floor(draw() * 8) }),
  (issue) => ({ do: "comment", issue }),
  (issue) => ({ do: "label", issue, label: "ready" }),
  (issue) => ({ do: "setType", issue, type: "Story" }),
  (issue, draw) => ({ do: "setMilestone", issue, milestone: `Sprint ${1 + Math.floor(draw() * 3)}` }),
  (issue) => ({ do: "editTitle", issue, title: `Issue ${issue}, put better` }),
  (issue, draw) => ({ do: "close", issue, reason: draw() < 0.8 ? "COMPLETED" : "NOT_PLANNED" }),
];

/** The life of one issue, the same for the same seed whichever issues were asked for before. */
const lifeOf = (issue: number, { issues, seed }: BigWorldOptions): Action[] => {
  const draw = randomLcg(((issue * 2_654_435_761 + seed) % 4_294_967_296) / 4_294_967_296);
  let at = START + (issue / issues) * 700 * DAY;
  const stamp = (): { at: string; by: string } => ({
    at: new Date(at).toISOString(),
    by: PEOPLE[Math.floor(draw() * PEOPLE.length)] ?? "ana",
  });
  const life: Action[] = [{ ...stamp(), do: "openIssue", issue, body: `As a buyer I want thing ${issue}.` }];
  for (const step of STEPS) {
    if (draw() < 0.35) continue;
    at += draw() * 15 * DAY;
    life.push({ ...stamp(), ...step(issue, draw) });
  }
  return life;
};

const headOf = (number: number, life: readonly Action[]): Head => {
  const [first, last] = [found(life[0], "first action"), found(life.at(-1), "last action")];
  return { id: `I_${number}`, number, createdAt: instantOf(first.at), updatedAt: instantOf(last.at) };
};

export interface BigWorldOptions {
  readonly issues: number;
  readonly seed: number;
}

const openBig = (
  options: BigWorldOptions,
  { now, more }: { now: string; more: readonly Action[] },
): WorldState => {
  const happened = (action: Action): boolean => instantOf(action.at) <= now;
  const lives = (number: number): Action[] => lifeOf(number, options).filter(happened);
  const heads: Head[] = [];
  for (let number = 1; number <= options.issues; number++) {
    const life = lives(number);
    if (life.length > 0) heads.push(headOf(number, life));
  }
  const base = openSeed(SEED, now);
  const load = (number: number): IssueRecord => {
    const alone: WorldState = { ...base, issues: issueShelf() };
    for (const action of lives(number)) apply(alone, action);
    return found(alone.issues.get(number), `issue ${number}`);
  };
  const state: WorldState = { ...base, issues: issueShelf(heads, load) };
  for (const action of more.filter(happened)) apply(state, action);
  return state;
};

const big = (options: BigWorldOptions, { now, more }: { now: string; more: readonly Action[] }): World => ({
  now,
  open: () => openBig(options, { now, more }),
  until: (instant) => big(options, { now: instantOf(instant), more }),
  more: (further) => big(options, { now: instantOf(further.at(-1)?.at ?? now), more: [...more, ...further] }),
});

/** A world of many issues with lives drawn from a seed. An issue is made when it is first asked for. */
export const bigWorld = (options: BigWorldOptions): World =>
  big(options, { now: instantOf(new Date(START + 1_000 * DAY).toISOString()), more: [] });
