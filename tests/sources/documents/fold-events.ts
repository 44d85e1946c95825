import { afterEvent } from "../../../src/history/state.ts";
import type { Facts } from "../../../src/model/facts.ts";
import type { ItemPast } from "../../../src/model/observation.ts";

/** What an item is after all events of its past, as the history works it out. */
export const foldEvents = ({ first, events }: ItemPast): Facts => events.reduce<Facts>(afterEvent, first);
