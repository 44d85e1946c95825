import type { Pending, PendingState } from "../../../src/sources/github/pending.ts";

/** Pages that are put away nowhere but in memory. */
export const pendingPages = (given: Partial<PendingState> = {}): Pending => {
  const state: PendingState = { items: new Map(), edits: new Map(), unread: new Map(), ...given };
  return {
    state,
    addPage: (items) => {
      for (const item of items) state.items.set(item.id, item);
    },
    addEdits: (edits) => {
      for (const one of edits) state.edits.set(one.id, one);
    },
    addUnread: ({ number, updatedAt }) => {
      state.unread.set(number, updatedAt);
    },
    forget: () => state.items.clear(),
    clear: () => state.items.clear(),
  };
};
