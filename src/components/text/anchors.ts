/**
 * An id for an item's anchor. Keys come from trackers and can hold anything, so that every character but letters,
 * digits and hyphens is spelled by its code point: two keys never share an anchor.
 * @example itemAnchor("#12") → "item-_23_12"
 */
export const itemAnchor = (key: string): string =>
  `item-${key.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`;
