import type { Facts, Field } from "./facts.ts";
import type { ItemRead } from "./tracker-read.ts";

/** A remark about what was read: counted, located, never fatal. */
export type Problem = {
  /** Stable and kebab-case: `cell-unreadable`. */
  id: string;
  /** `exports/2026-03-05.csv:148` */
  where: string;
  text: string;
};

/** Problems of one kind: all of them counted, the first of them located. */
export type Finding = { id: string; count: number; first: readonly { where: string; text: string }[] };

/** Places that are kept of one finding. */
const PLACES = 20;

/** Problems by kind, in the order in which the kinds first came up. */
export const countProblems = (problems: readonly Problem[]): Finding[] =>
  [...Map.groupBy(problems, (problem) => problem.id)].map(([id, list]) => ({
    id,
    count: list.length,
    first: list.slice(0, PLACES).map(({ where, text }) => ({ where, text })),
  }));

/** One export or board read, before it is compared with what is known. */
export type Observation = {
  /** ISO, UTC. */
  at: string;
  /** Path below the team's folder. */
  source: string;
  /** Of the file's bytes: tells a replaced file from a known one. */
  sha256: string;
  /** Fingerprint of the settings that shaped the reading; another one means: read again. */
  settings: string;
  /** Fields that it has a column for. The others say nothing, and the last known value stays. */
  fields: readonly Field[];
  /** Fields without a column that the tracker leaves out when empty everywhere: known to be empty, not unknown. */
  assumed: readonly Field[];
  items: ReadonlyMap<string, Facts>;
  /** Ids of every item with a place, in the tracker's order; `null` where it shows none. */
  order: readonly string[] | null;
  /** Data rows in the file; rows minus items are in `skipped`. */
  rows: number;
  /** Rows that are no item here, by reason. */
  skipped: Readonly<Record<string, number>>;
  findings: readonly Finding[];
  /** The file holds no item at all: it is recorded, to be named, and never taken. */
  empty?: true;
  /** What the file tells of the past: how each item began and what happened to it. Most files show the present alone. */
  past?: Past;
};

/** The past of items, as a tracker's own log tells it. */
export type Past = {
  items: ReadonlyMap<string, ItemPast>;
  /** Fields whose every change is in the log. */
  told: readonly Field[];
};

export type ItemPast = Pick<ItemRead, "arrivedAt" | "first" | "events">;
