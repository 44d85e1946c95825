import { fromIso } from "../lib/dates.ts";
import { type EventKind, type ItemChange, isEvent } from "../model/change.ts";
import { type Span, spanAt } from "./spans.ts";

/** What somebody did to an item, and where it stood right before and after. */
export type Activity = {
  id: string;
  at: number;
  kind: EventKind;
  /** A pseudonym, `BOT`, `GHOST`, or `null` where the tracker does not say. */
  by: string | null;
  /** `null`: the item did not exist yet. */
  before: Span | null;
  after: Span | null;
};

/** Less than the half millisecond by which a contradicted date is put off (closing.ts). */
const JUST = 0.25;

/**
 * The events of one item, oldest first. Where it stands is judged immediately before the second of the event:
 * metrics.md §2, refinement-effort.
 */
export const activityOf = (
  changes: readonly ItemChange[],
  options: { spans: readonly Span[]; isEstimate: (label: string) => boolean },
): Activity[] =>
  changes.filter(isEvent).map((change) => {
    const at = fromIso(change.at);
    const estimate = change.label !== undefined && options.isEstimate(change.label[1]);
    return {
      id: change.id,
      at,
      kind: estimate ? "estimate" : change.kind,
      by: change.by,
      before: spanAt(options.spans, at - JUST) ?? null,
      after: spanAt(options.spans, at) ?? null,
    };
  });
