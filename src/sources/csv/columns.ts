import { fold } from "../../lib/text.ts";

/** Everything that a format may have a column for. */
export const COLUMN_NAMES = [
  "key",
  "number",
  "title",
  "type",
  "status",
  "category",
  "categoryAt",
  "resolution",
  "created",
  "updated",
  "started",
  "resolved",
  "dropped",
  "estimate",
  "labels",
  "sprint",
  "sprintNumber",
  "description",
  "acceptance",
  "flagged",
  "blockedBy",
  "parentKey",
  "parent",
  "rank",
  "archived",
  "closed",
  "level",
  "offset",
] as const;

export type ColumnName = (typeof COLUMN_NAMES)[number];

/** A heading in any spelling of case and blanks, or a pattern that the folded heading matches. */
export type Heading = string | RegExp;

/** The headings of each column, the most telling first: of several filled cells the first one's counts. */
export type ColumnMap = Partial<Record<ColumnName, readonly Heading[]>>;

/** Columns whose cells often say what others have said before them. */
const REPEATS: ReadonlySet<ColumnName> = new Set([
  "type",
  "status",
  "category",
  "resolution",
  "estimate",
  "labels",
  "sprint",
  "sprintNumber",
  "flagged",
  "parentKey",
  "parent",
  "archived",
  "offset",
]);

/** Slots of the texts of each column: a heading may stand over several columns (Sprint ×3, Labels ×4). */
export type Slots = Readonly<Record<ColumnName, readonly number[]>>;

export type FoundColumns = {
  slots: Slots;
  wanted: {
    /** The slot of each column of the header, −1 for those that nobody reads. */
    slots: readonly number[];
    /** By slot: its cells often say what others have said. */
    repeats: readonly boolean[];
  };
};

/** An answer for each object asked about, worked out once: every format looks at every header. */
const onceFor = <Key extends object, Value>(of: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = of(key);
      known.set(key, value);
    }
    return value;
  };
};

/** A header's headings in the form in which they are compared. */
const foldedHeader = onceFor((header: readonly string[]): readonly string[] => header.map(fold));

const foldedHeadings = onceFor((headings: readonly Heading[]): readonly Heading[] =>
  headings.map((heading) => (typeof heading === "string" ? fold(heading) : heading)),
);

/** The columns that one of the headings names, heading by heading. */
export const placesOf = (header: readonly string[], headings: readonly Heading[]): number[] => {
  const names = foldedHeader(header);
  const places = new Set<number>();
  for (const heading of foldedHeadings(headings)) {
    for (const [index, name] of names.entries()) {
      if (typeof heading === "string" ? heading === name : heading.test(name)) places.add(index);
    }
  }
  return [...places];
};

/** The team's own estimate field, by its whole heading or by the name in parentheses behind a tracker's words. */
const isField = (name: string, field: string): boolean => name === field || name.endsWith(` (${field})`);

const NONE: readonly Heading[] = [];

/** Finds a format's columns in a header. */
export const findColumns = (
  header: readonly string[],
  options: { map: ColumnMap; estimateField: string | null },
): FoundColumns => {
  const field = options.estimateField === null ? null : fold(options.estimateField);
  const places = (name: ColumnName): number[] => {
    if (name !== "estimate" || field === null) return placesOf(header, options.map[name] ?? NONE);
    return foldedHeader(header).flatMap((one, index) => (isField(one, field) ? [index] : []));
  };
  const ofHeader: number[] = new Array(header.length).fill(-1);
  const repeats: boolean[] = [];
  const slots = {} as Record<ColumnName, readonly number[]>;
  for (const name of COLUMN_NAMES) {
    slots[name] = places(name).map((index) => {
      // One column may serve twice, as a status that is also the resolution.
      if (ofHeader[index] === -1) ofHeader[index] = repeats.push(false) - 1;
      const slot = ofHeader[index]!;
      repeats[slot] ||= REPEATS.has(name);
      return slot;
    });
  }
  return { slots, wanted: { slots: ofHeader, repeats } };
};
