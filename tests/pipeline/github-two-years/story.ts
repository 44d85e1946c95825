import type { Action } from "../../support/github/actions.ts";
import type { Ledger, Sprint } from "./ledger.ts";
import {
  arrive,
  close,
  diceOf,
  HOUR,
  iso,
  MINUTE,
  openPlan,
  type Plan,
  reopen,
  setSprint,
  transfer,
} from "./plan.ts";
import { touch } from "./touches.ts";

const isOpen = ({ closed }: { closed: unknown }): boolean => closed === null;

/** What the team does when a sprint begins: what is left over is carried over, put back or forgotten; then it plans. */
const beginSprint = (plan: Plan, index: number): void => {
  const { start } = plan.sprints[index]!;
  const { dice } = plan;
  for (const { id } of plan.list((_, stand) => isOpen(stand) && stand.sprint === index - 1 && index > 0)) {
    const what = dice.below(5);
    // On the very border, an hour later, put back, or nothing at all.
    if (what === 0) setSprint(plan, start, [id, index]);
    else if (what === 1) plan.later(start + HOUR + id * 1_000, (t) => later(plan, t, [id, index]));
    else if (what === 2) plan.later(start + 2 * HOUR + id * 1_000, (t) => later(plan, t, [id, null]));
  }
  const free = plan.list((_, stand) => isOpen(stand) && (stand.sprint === null || stand.sprint < index - 1));
  const wanted = free.filter(({ steps }) => steps.at(-1)!.stand.labelled || dice.chance(0.15));
  for (const { id } of wanted.slice(0, 4)) {
    const before = dice.chance(0.3) ? -20 * HOUR : dice.chance(0.3) ? 0 : 3 * HOUR;
    // Before the start the item is assigned to a sprint that is still to come.
    if (before < 0) continue;
    plan.later(start + before + (before === 0 ? 0 : id * 1_000), (t) => later(plan, t, [id, index]));
  }
};

/** By then it may have been closed, or be where it should be. */
const later = (plan: Plan, t: number, [id, sprint]: readonly [number, number | null]): void => {
  if (isOpen(plan.stand(id))) setSprint(plan, t, [id, sprint]);
};

const happen = (plan: Plan, t: number): void => {
  const { dice } = plan;
  const running = plan.runningAt(t);
  const open = plan.list((_, stand) => isOpen(stand));
  const here = open.filter(({ steps }) => steps.at(-1)!.stand.sprint === running);
  const there = open.filter(({ steps }) => steps.at(-1)!.stand.sprint !== running);
  const what = dice.below(100);
  const [mine, other] = [dice.pick(here)?.id, dice.pick(there)?.id];
  if (what < 14 || other === undefined) arrive(plan, t);
  else if (what < 17)
    arrive(plan, t, {
      parent: dice.pick(open)!.id,
      after: dice.pick([0, 20 * MINUTE, 60 * MINUTE, 61 * MINUTE])!,
    });
  else if (what < 19) transfer(plan, t);
  else if (what < 55) touch(plan, t, other);
  else if (what < 58) close(plan, t, [other, dice.chance(0.7) ? "dropped" : "finished"]);
  else if (what < 62) setSprint(plan, t, [other, Math.min(running + dice.below(2), plan.sprints.length - 1)]);
  else if (what < 65) {
    const gone = dice.pick(plan.list((_, stand) => !isOpen(stand)));
    if (gone) reopen(plan, t, gone.id);
  } else if (what < 67) {
    // The same closing in other words.
    const gone = dice.pick(plan.list((_, stand) => !isOpen(stand)));
    if (gone) close(plan, t, [gone.id, dice.chance(0.5) ? "dropped" : "finished"]);
  } else if (mine === undefined) touch(plan, t, other);
  else if (what < 75) touch(plan, t, mine);
  else if (what < 78) setSprint(plan, t, [mine, null]);
  else if (what < 80) close(plan, t, [mine, "dropped"]);
  else close(plan, t, [mine, "finished"]);
};

export type Story = { actions: Action[]; ledger: Ledger; asOf: string };

/** Two years of a team, sprint by sprint. As-of lies in the middle of the last sprint. */
export const tellStory = (options: { seed: number; sprints: readonly Sprint[]; deeds: number }): Story => {
  const { seed, sprints, deeds } = options;
  const dice = diceOf(seed);
  const plan = openPlan({ sprints, dice });
  const last = sprints.at(-1)!;
  const asOf = Math.floor((last.start + (last.end - last.start) / 2) / 1_000) * 1_000;
  for (const [index, { start, end }] of sprints.entries()) {
    // Every second is somebody's own: only what is told to share one does.
    const used = new Set<number>();
    plan.later(start, () => beginSprint(plan, index));
    for (let n = 0; n < deeds; n += 1) {
      const t = start + 6 * HOUR + dice.below(Math.floor((end - start - 7 * HOUR) / 1_000)) * 1_000;
      if (used.has(t)) continue;
      used.add(t);
      plan.later(t, (when) => happen(plan, when));
    }
  }
  for (;;) {
    plan.queue.sort((a, b) => a.t - b.t);
    const next = plan.queue.shift();
    if (!next || next.t > asOf) break;
    next.run(next.t);
  }
  return { actions: plan.actions, ledger: plan.ledger, asOf: iso(asOf) };
};
