import type { Action, Handlers } from "./actions.ts";
import { BOARD } from "./board-actions.ts";
import { ISSUE } from "./issue-actions.ts";
import { LINK } from "./link-actions.ts";
import { instantOf } from "./lookup.ts";
import { REPOSITORY } from "./repository-actions.ts";
import type { WorldState } from "./state.ts";

const HANDLERS: Handlers<Action["do"]> = { ...ISSUE, ...LINK, ...REPOSITORY, ...BOARD };

/** Does one thing in the world and moves the world's clock on to it. */
export const apply = (state: WorldState, action: Action): void => {
  const handle = HANDLERS[action.do] as (state: WorldState, action: Action) => void;
  handle(state, action);
  state.version += 1;
  const at = instantOf(action.at);
  if (state.board && action.do in BOARD) state.board.updatedAt = at;
  if (at > state.now) state.now = at;
};
