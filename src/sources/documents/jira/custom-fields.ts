import { fold } from "../../../lib/text.ts";
import type { ReadingSettings } from "../../define.ts";
import { isJson, listAt, objectOf, textAt, valueAt } from "../json.ts";

/** The custom fields that are read, and the ids under which this site keeps them, the most telling first. */
export type CustomFields = {
  estimate: readonly string[];
  sprint: readonly string[];
  rank: readonly string[];
  flagged: readonly string[];
  acceptance: readonly string[];
  /** What the fields for estimates may be called, for logs that give no ids. */
  estimateNames: readonly string[];
  /** The file says what its custom fields are called. */
  isNamed: boolean;
};

type Wanted = { names: readonly string[]; looks: ((value: unknown) => boolean) | null };

/** `0|i0001r:`, as no other field looks. */
const isRank = (value: unknown): boolean =>
  typeof value === "string" && /^\d\|[0-9a-z]+:[0-9a-z]*$/.test(value);

/** Cloud's object of a sprint, or the text that servers make of one. */
const isSprint = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) =>
    typeof one === "string"
      ? /Sprint@[0-9a-f]+\[/.test(one)
      : isJson(one) && "state" in one && "name" in one && ("boardId" in one || "goal" in one),
  );

const isFlag = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => textAt(one, "value") === "Impediment");

/** Story Points first: where both point fields are there, it is the one that a company-managed project fills. */
const POINTS = ["story points", "story point estimate"];

const wantedFields = ({
  estimateField,
}: ReadingSettings): Record<keyof Omit<CustomFields, "isNamed" | "estimateNames">, Wanted> => ({
  estimate: { names: estimateField === null ? POINTS : [fold(estimateField)], looks: null },
  sprint: { names: ["sprint"], looks: isSprint },
  rank: { names: ["rank"], looks: isRank },
  flagged: { names: ["flagged"], looks: isFlag },
  acceptance: { names: ["acceptance criteria", "acceptance criterion"], looks: null },
});

/** What each custom field is called: by the map that a search may bring along, and by the log. */
const namesOf = (
  values: readonly unknown[],
  issues: readonly unknown[],
): { names: Map<string, string>; isNamed: boolean } => {
  const names = new Map<string, string>();
  for (const issue of issues) {
    for (const history of listAt(issue, "changelog", "histories")) {
      for (const item of listAt(history, "items")) {
        const id = textAt(item, "fieldId");
        if (id.startsWith("customfield_")) names.set(id, fold(textAt(item, "field")));
      }
    }
  }
  const maps = [...values, ...issues].map((one) => valueAt(one, "names")).filter(isJson);
  for (const map of maps) for (const id of Object.keys(map)) names.set(id, fold(textAt(map, id)));
  return { names, isNamed: maps.length > 0 };
};

/** Finds the custom fields of a file by their names, and those that no other field looks like, by their values. */
export const customFields = (
  values: readonly unknown[],
  options: { issues: readonly unknown[]; settings: ReadingSettings },
): CustomFields => {
  const { issues, settings } = options;
  const { names, isNamed } = namesOf(values, issues);
  const keys = new Set(issues.flatMap((issue) => Object.keys(objectOf(valueAt(issue, "fields")))));
  const find = ({ names: wanted, looks }: Wanted): string[] => {
    const named = [...names]
      .filter(([id, name]) => keys.has(id) && wanted.includes(name))
      .sort(([, a], [, b]) => wanted.indexOf(a) - wanted.indexOf(b))
      .map(([id]) => id);
    // The id itself may be given as the field's name.
    const byId = [...keys].filter((key) => wanted.includes(key) && !named.includes(key));
    if (named.length + byId.length > 0 || looks === null) return [...named, ...byId];
    return [...keys].filter(
      (key) => key.startsWith("customfield_") && issues.some((issue) => looks(valueAt(issue, "fields", key))),
    );
  };
  const wanted = wantedFields(settings);
  return {
    estimate: settings.estimateLabels === null ? find(wanted.estimate) : [],
    sprint: find(wanted.sprint),
    rank: find(wanted.rank),
    flagged: find(wanted.flagged),
    acceptance: find(wanted.acceptance),
    estimateNames: settings.estimateLabels === null ? wanted.estimate.names : [],
    isNamed,
  };
};
