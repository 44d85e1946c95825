import { type Facts, FIELDS, type Field } from "../../src/model/facts.ts";
import type { Observation } from "../../src/model/observation.ts";
import { item } from "./item-builder.ts";

export type ObservationOptions = Partial<
  Pick<Observation, "source" | "sha256" | "settings" | "assumed" | "order" | "skipped" | "findings">
> & {
  /** Columns that are there; the others' facts are blanked, as every source does. Default: all. */
  fields?: readonly Field[];
};

const frozenMap = <K, V>(entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> => {
  const map = new Map(entries);
  const refuse = (): never => {
    throw new TypeError("an observation is not changed");
  };
  return Object.freeze(Object.assign(map, { set: refuse, delete: refuse, clear: refuse }));
};

const only = (facts: Partial<Facts>, fields: readonly Field[]): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => fields.includes(field as Field)));

/** A day's noon where only a day is given. */
export const instant = (at: string): string => (at.length === 10 ? `${at}T12:00:00Z` : at);

/**
 * One export, frozen.
 * @example observe("2026-01-08", { A: { status: "Ready" } }, { order: ["A"] })
 */
export const observe = (
  at: string,
  items: Readonly<Record<string, Partial<Facts>>>,
  options: ObservationOptions = {},
): Observation => {
  const { fields = FIELDS, ...given } = options;
  const entries = Object.entries(items).map(([id, facts]) => [id, item(only(facts, fields))] as const);
  return Object.freeze({
    at: instant(at),
    source: `exports/${at}.csv`,
    sha256: `bytes of ${at}`,
    settings: "settings",
    assumed: Object.freeze([]),
    rows: entries.length,
    skipped: Object.freeze({}),
    findings: Object.freeze([]),
    ...given,
    order: given.order ? Object.freeze([...given.order]) : null,
    fields: Object.freeze([...fields]),
    items: frozenMap(entries),
  });
};

/** Items by id that all say the same. */
export const same = (ids: readonly string[], facts: Partial<Facts> = {}): Record<string, Partial<Facts>> =>
  Object.fromEntries(ids.map((id) => [id, facts]));
