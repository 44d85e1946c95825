import { bisectLeft, bisectRight } from "d3-array";
import type { Span } from "./spans.ts";

/**
 * Finds the items of which some span at an instant may be wanted without asking all that ever were: time is cut at
 * borders, and each stretch knows the items with a wanted span somewhere in it, in the order of `items`.
 * @param options.borders ascending
 */
export const spanIndex = <T extends { spans: readonly Span[] }>(
  items: Iterable<T>,
  options: { borders: readonly number[]; wants: (span: Span) => boolean },
): ((t: number) => readonly T[]) => {
  const { borders, wants } = options;
  const stretches: T[][] = Array.from({ length: borders.length + 1 }, () => []);
  for (const item of items) {
    const { spans } = item;
    /** The first stretch that does not have the item yet. */
    let next = 0;
    for (let index = 0; index < spans.length; index += 1) {
      const { from } = spans[index]!;
      if (!wants(spans[index]!)) continue;
      while (index + 1 < spans.length && wants(spans[index + 1]!)) index += 1;
      const last = bisectLeft(borders, spans[index]!.to);
      for (let at = Math.max(next, bisectRight(borders, from)); at <= last; at += 1)
        stretches[at]!.push(item);
      next = Math.max(next, last + 1);
    }
  }
  return (t) => stretches[bisectRight(borders, t)]!;
};
