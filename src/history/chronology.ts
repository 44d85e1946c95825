import { fromIso } from "../lib/dates.ts";
import { type Change, type ItemChange, isEvent } from "../model/change.ts";
import type { Facts, Field } from "../model/facts.ts";
import type { Run } from "../model/run.ts";
import { type Span, spanAt } from "./spans.ts";

/**
 * When a change holds from. What an observation shows it shows at its own instant: hundreds of thousands of texts need
 * not be read. What the tracker tells has a date of its own.
 */
export const instantsOf = (
  runs: readonly (Pick<Run, "run" | "at"> & { told?: unknown })[],
): ((change: ItemChange) => number) => {
  const looks: (number | undefined)[] = [];
  for (const { run, at, told } of runs) if (told === undefined) looks[run] = fromIso(at);
  return (change) => (isEvent(change) ? undefined : looks[change.run]) ?? fromIso(change.at);
};

/** The changes of one item, oldest first, and what looks found changed that nobody asks for but as it is now. */
export type ItemChanges = { list: ItemChange[]; aside: { at: string; set: Partial<Facts> } | null };

/** What a look found changed, where nothing of it is followed; else `null`. */
const unfollowed = (change: ItemChange, follows: ReadonlySet<Field>): Partial<Facts> | null => {
  if (isEvent(change) || !("set" in change) || change.back) return null;
  for (const field in change.set) if (follows.has(field as Field)) return null;
  return change.set;
};

/** Puts a change of an item behind those before it. */
const take = (own: ItemChanges, change: ItemChange, aside: Partial<Facts> | null): void => {
  if (aside !== null) {
    own.aside = { at: change.at, set: { ...own.aside?.set, ...aside } };
    return;
  }
  own.list.push(change);
  if (own.aside === null || !("set" in change)) return;
  // What was put aside before is out of date.
  for (const field in change.set) delete own.aside.set[field as Field];
};

/**
 * The changes of each item as far as they were known at as-of, in the order of their instants. What an observation
 * showed counts from that observation on; what the tracker dates counts from its date on, whichever run read it.
 * @param options.follows fields of which some metric asks what they were; a history without events puts others aside
 */
export const changesByItem = (
  changes: readonly Change[],
  options: { runs: readonly Run[]; asOf: number; follows: ReadonlySet<Field> },
): Map<string, ItemChanges> => {
  const accepted = options.runs.filter(({ state }) => state === "accepted");
  const observed = new Set(accepted.filter(({ at }) => fromIso(at) <= options.asOf).map(({ run }) => run));
  const telling = new Set(accepted.filter(({ told }) => told !== undefined).map(({ run }) => run));
  // Runs come in order, and so do their changes: only a tracker tells of something older later.
  const tells = telling.size > 0;
  const byId = new Map<string, ItemChanges>();
  const late = new Set<string>();
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index]!;
    if ("order" in change) continue;
    const dated = isEvent(change) || (tells && "new" in change && telling.has(change.run));
    if (dated ? fromIso(change.at) > options.asOf : !observed.has(change.run)) continue;
    const own = byId.get(change.id);
    if (!own) {
      byId.set(change.id, { list: [change], aside: null });
      continue;
    }
    if (tells) {
      const last = own.list[own.list.length - 1]!.at;
      if (last !== change.at && fromIso(last) > fromIso(change.at)) late.add(change.id);
    }
    take(own, change, tells ? null : unfollowed(change, options.follows));
  }
  for (const id of late) byId.get(id)!.list.sort((a, b) => fromIso(a.at) - fromIso(b.at));
  return byId;
};

const isOpenAt = (spans: readonly Span[] | undefined, t: number): boolean => {
  // A blocker that nobody ever saw, in another repository perhaps, counts as open as long as it is named.
  if (spans === undefined) return true;
  const stage = spanAt(spans, t)?.stage;
  return stage === "product-backlog" || stage === "sprint-backlog";
};

/**
 * When an item was blocked, as changes of its own: from the moment that an open item is named as its blocker until
 * none that is still open is. Empty where the tracker has no such events.
 */
export const blockedChanges = (
  changes: readonly ItemChange[],
  spansOf: (id: string) => readonly Span[] | undefined,
): ItemChange[] => {
  const links = changes.flatMap((change) =>
    isEvent(change) && change.blocker ? [{ at: fromIso(change.at), change, link: change.blocker }] : [],
  );
  if (links.length === 0) return [];
  const named = new Set(links.map(({ link }) => link[1]));
  const instants = new Set(links.map(({ at }) => at));
  for (const id of named)
    for (const { from } of spansOf(id) ?? []) if (from >= links[0]!.at) instants.add(from);
  let was: boolean | null = null;
  return [...instants]
    .sort((a, b) => a - b)
    .flatMap((t): ItemChange[] => {
      const blockers = new Set<string>();
      for (const { at, link } of links) {
        if (at > t) break;
        if (link[0] === "+") blockers.add(link[1]);
        else blockers.delete(link[1]);
      }
      const blocked = [...blockers].some((id) => isOpenAt(spansOf(id), t));
      if (blocked === was) return [];
      was = blocked;
      const { run, id } = links[0]!.change;
      const at = new Date(t).toISOString();
      return [{ run, at, id, event: "", kind: "dependency", by: null, set: { blocked } }];
    });
};
