import { BODY, iso, type Plan, SIZES } from "./plan.ts";

const resize = (plan: Plan, t: number, id: number): void => {
  const { dice } = plan;
  const doing = { t, by: plan.person() };
  const { sizes } = plan.stand(id);
  const others = SIZES.filter((size) => !sizes.includes(size));
  const added = dice.pick(others)!;
  const removed = sizes.length > 0 && dice.chance(0.8) ? sizes.at(-1)! : null;
  if (removed !== null) plan.act(doing, { do: "unlabel", issue: id, label: `size/${removed}` });
  if (removed === null || dice.chance(0.8))
    plan.act(doing, { do: "label", issue: id, label: `size/${added}` });
  const kept = sizes.filter((size) => size !== removed);
  const isAdded = plan.actions.at(-1)!.do === "label";
  plan.put(id, t, { sizes: isAdded ? [...kept, added] : kept });
  plan.deed(doing, id, "estimate");
};

const toggleLabel = (plan: Plan, t: number, id: number): void => {
  const doing = { t, by: plan.person() };
  const { labelled } = plan.stand(id);
  plan.act(doing, { do: labelled ? "unlabel" : "label", issue: id, label: "ready" });
  plan.put(id, t, { labelled: !labelled });
  plan.deed(doing, id, "labels");
};

const rewrite = (plan: Plan, t: number, id: number): void => {
  const doing = { t, by: plan.person() };
  const criteria = plan.dice.chance(0.8);
  plan.act(doing, {
    do: "editBody",
    issue: id,
    body: `${criteria ? BODY.with : BODY.without}\n\nAs of ${iso(t)}.`,
  });
  plan.put(id, t, { criteria });
  plan.deed(doing, id, "description");
};

const block = (plan: Plan, t: number, id: number): void => {
  const { dice } = plan;
  const doing = { t, by: plan.person() };
  const { blockers } = plan.stand(id);
  const named = blockers[0];
  if (named !== undefined) {
    plan.act(doing, { do: "unblock", issue: id, blocker: named === "elsewhere" ? "acme/api#7" : named });
    plan.put(id, t, { blockers: blockers.slice(1) });
    plan.deed(doing, id, "dependency");
    if (named !== "elsewhere") plan.deed(doing, named, "dependency");
    return;
  }
  const blocker = dice.chance(0.2) ? "elsewhere" : dice.pick(plan.list((one) => one.id !== id))?.id;
  if (blocker === undefined) return;
  plan.act(doing, { do: "block", issue: id, blocker: blocker === "elsewhere" ? "acme/api#7" : blocker });
  plan.put(id, t, { blockers: [blocker] });
  plan.deed(doing, id, "dependency");
  if (blocker !== "elsewhere") plan.deed(doing, blocker, "dependency");
};

const small = (
  kind: "comment" | "title" | "type" | "assignee",
  plan: Plan,
  [id, t]: readonly [number, number],
): void => {
  const doing = { t, by: plan.person() };
  if (kind === "comment") plan.act(doing, { do: "comment", issue: id });
  if (kind === "title") plan.act(doing, { do: "editTitle", issue: id, title: `Put better at ${iso(t)}` });
  if (kind === "type")
    plan.act(doing, { do: "setType", issue: id, type: plan.dice.chance(0.5) ? "Bug" : "Story" });
  if (kind === "assignee") plan.act(doing, { do: "assign", issue: id, person: "ben" });
  plan.deed(doing, id, kind);
};

/** One thing that somebody does to an item, whatever it is. */
export const touch = (plan: Plan, t: number, id: number): void => {
  const kinds = [
    "label",
    "label",
    "size",
    "size",
    "body",
    "body",
    "block",
    "comment",
    "title",
    "type",
    "assignee",
  ] as const;
  const kind = plan.dice.pick(kinds)!;
  if (kind === "label") toggleLabel(plan, t, id);
  else if (kind === "size") resize(plan, t, id);
  else if (kind === "body") rewrite(plan, t, id);
  else if (kind === "block") block(plan, t, id);
  else small(kind, plan, [id, t]);
};
