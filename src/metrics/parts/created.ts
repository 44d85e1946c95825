import type { Span } from "../../history/spans.ts";
import { fromIso } from "../../lib/dates.ts";

/** When an item was created, by the latest word on it; `null` where nothing tells. */
export const createdAt = (spans: readonly Span[]): number | null => {
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const text = spans[index]!.facts?.createdAt ?? null;
    if (text !== null) return fromIso(text);
  }
  const first = spans[0];
  // Without a date nothing lies before the first look but a dated closing.
  return first?.facts === null && first.stage === "product-backlog" ? first.from : null;
};
