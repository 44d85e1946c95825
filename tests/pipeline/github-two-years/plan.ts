import type { Action } from "../../support/github/actions.ts";
import { type Dice, diceOf } from "./dice.ts";
import { type Item, type Kind, type Ledger, NOTHING, type Sprint, type Standing } from "./ledger.ts";

/** Whatever may be given at the same second as an action. */
type Doing = { t: number; by: string | null };

const PEOPLE = ["ana", "ben", "cem", null] as const;
const BOT = "renovate[bot]";
export const SIZES = [0, 1, 2, 3, 5, 8];
const MINUTE = 60_000;
const HOUR = 3_600_000;

export const BODY = {
  with: "As a buyer I want it.\n\n## Acceptance criteria\n\n- It works.",
  without: "As a buyer I want it.\n\n## Acceptance criteria\n\nTo be found.",
};

const iso = (t: number): string => new Date(t).toISOString().replace(".000Z", "Z");

/** Keeps a script for the fake and a ledger of what it means, both at once and neither by the other. */
export const openPlan = (options: { sprints: readonly Sprint[]; dice: Dice }) => {
  const { sprints, dice } = options;
  const actions: Action[] = [];
  const ledger: Ledger = { items: new Map(), deeds: [] };
  const queue: { t: number; run: (t: number) => void }[] = [];
  let number = 0;

  const stand = (id: number): Standing => ledger.items.get(id)!.steps.at(-1)!.stand;
  const deed = (doing: Doing, item: number, kind: Kind): void => {
    if (doing.by !== BOT) ledger.deeds.push({ ...doing, kind, item });
  };
  const put = (id: number, t: number, change: Partial<Standing>): void => {
    ledger.items.get(id)!.steps.push({ t, stand: { ...stand(id), ...change } });
  };
  const act = (
    doing: Doing,
    action: Omit<Extract<Action, object>, "at" | "by"> & Record<string, unknown>,
  ): void => {
    actions.push({ at: iso(doing.t), by: doing.by, ...action } as Action);
  };
  const list = (wanted: (item: Item, stand: Standing) => boolean): Item[] =>
    [...ledger.items.values()].filter((item) => wanted(item, item.steps.at(-1)!.stand));

  return {
    actions,
    ledger,
    queue,
    dice,
    sprints,
    stand,
    deed,
    put,
    act,
    list,
    later: (t: number, run: (t: number) => void): void => {
      queue.push({ t, run });
    },
    next: (): number => {
      number += 1;
      return number;
    },
    person: (): string | null => (dice.chance(0.12) ? BOT : dice.pick(PEOPLE)!),
    runningAt: (t: number): number => sprints.findIndex(({ start, end }) => start <= t && t < end),
  };
};

export type Plan = ReturnType<typeof openPlan>;

/** Opens an item as somebody would, with whatever is given along. */
export const arrive = (
  plan: Plan,
  t: number,
  given: { parent?: number | null; after?: number } = {},
): number => {
  const { dice, ledger } = plan;
  const id = plan.next();
  const doing = { t, by: plan.person() };
  const labelled = dice.chance(0.15);
  const size = dice.chance(0.6) ? dice.pick(SIZES)! : null;
  const criteria = dice.chance(0.3);
  const running = plan.runningAt(t);
  const sprint = running >= 0 && dice.chance(0.1) ? running : null;
  const sizes = size === null ? [] : [size];
  ledger.items.set(id, {
    id,
    arrivedAt: t,
    split: false,
    steps: [{ t, stand: { ...NOTHING, labelled, sizes, criteria, sprint } }],
  });
  plan.act(doing, {
    do: "openIssue",
    issue: id,
    body: criteria ? BODY.with : BODY.without,
    labels: [...(labelled ? ["ready"] : []), ...(size === null ? [] : [`size/${size}`])],
    ...(sprint === null ? {} : { milestone: plan.sprints[sprint]!.title }),
    ...(dice.chance(0.3) ? { type: "Story" } : {}),
  });
  plan.deed(doing, id, "created");
  // Labels and type belong to the creation; a sprint given then is an assignment.
  if (sprint !== null) plan.deed(doing, id, "sprint");
  if (given.parent != null) {
    const { parent } = given;
    plan.later(t + given.after!, (when) => {
      const by = plan.person();
      ledger.items.get(id)!.split ||= when - t <= HOUR;
      plan.act({ t: when, by }, { do: "addSubIssue", issue: parent, child: id });
      plan.deed({ t: when, by }, parent, "split");
      plan.deed({ t: when, by }, id, "other");
    });
  }
  return id;
};

/** An item of another repository, moved here: it exists from then on, whatever it was there. */
export const transfer = (plan: Plan, t: number): void => {
  const { dice } = plan;
  const id = plan.next();
  const criteria = dice.chance(0.5);
  const labelled = dice.chance(0.3);
  const stand = { ...NOTHING, criteria, labelled };
  plan.ledger.items.set(id, { id, arrivedAt: t, split: false, steps: [{ t, stand }] });
  plan.act(
    { t, by: plan.person() },
    {
      do: "transferIn",
      issue: id,
      from: "acme/old",
      createdAt: iso(t - 40 * 24 * HOUR),
      body: criteria ? BODY.with : BODY.without,
      labels: labelled ? ["ready"] : [],
    },
  );
};

export const setSprint = (plan: Plan, t: number, [id, sprint]: readonly [number, number | null]): void => {
  const doing = { t, by: plan.person() };
  if (plan.stand(id).sprint === sprint) return;
  plan.act(doing, {
    do: "setMilestone",
    issue: id,
    milestone: sprint === null ? null : plan.sprints[sprint]!.title,
  });
  plan.put(id, t, { sprint });
  // Taking out of a sprint is no assignment; "unsprint" would be a kind of its own, and counts nowhere in the backlog.
  plan.deed(doing, id, sprint === null ? "other" : "sprint");
};

export const close = (plan: Plan, t: number, [id, kind]: readonly [number, "finished" | "dropped"]): void => {
  const { dice } = plan;
  const doing = { t, by: plan.person() };
  const reason =
    kind === "finished" ? dice.pick(["COMPLETED", null])! : dice.pick(["NOT_PLANNED", "DUPLICATE"])!;
  plan.act(doing, { do: "close", issue: id, reason: reason ?? null });
  const before = plan.stand(id);
  plan.put(id, t, { closed: kind, closedAt: before.closed === null ? t : before.closedAt });
  plan.deed(doing, id, "closed");
};

export const reopen = (plan: Plan, t: number, id: number): void => {
  const doing = { t, by: plan.person() };
  plan.act(doing, { do: "reopen", issue: id });
  plan.put(id, t, { closed: null, closedAt: null });
  plan.deed(doing, id, "reopened");
};

export { diceOf, HOUR, iso, MINUTE };
