import type { Field } from "./facts.ts";
import type { Finding } from "./observation.ts";

/** One line of `runs.jsonl`: what was seen when. Held-back observations are named there and used nowhere. */
export type Run = {
  run: number;
  at: string;
  source: string;
  sha256: string;
  settings: string;
  state: "accepted" | "held";
  rows: number;
  items: number;
  skipped: Readonly<Record<string, number>>;
  fields: readonly Field[];
  assumed: readonly Field[];
  ordered: boolean;
  /** Open ids that were missing, and of how many: why a run is held, or what was accepted by a person's word. */
  missing: { ids: number; of: number } | null;
  /** Lines that this run added to `changes/`. */
  changes: number;
  findings: readonly Finding[];
  /** Where the tracker's own events tell the past; absent where only observations do. */
  told?: Told;
};

/** What the events of a tracker tell, from the first item on up to the run. */
export type Told = {
  /** Fields whose every change is an event. */
  fields: readonly Field[];
  /** From then on events of the status are known to be missing; `null` when none are. */
  statusUntil: string | null;
  /** The source is open to everyone. */
  isPublic: boolean;
  /** Address of an item, with `{id}` in the place of its number. */
  link: string | null;
  /** Up to here updates have been read. */
  watermark: string | null;
};
