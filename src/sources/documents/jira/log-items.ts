import { fold } from "../../../lib/text.ts";
import type { EventKind } from "../../../model/change.ts";
import type { Category, Facts } from "../../../model/facts.ts";
import { parseResolution } from "../../csv/values.ts";
import { textAt } from "../json.ts";
import type { LogEvent } from "../past.ts";
import type { DocumentReading } from "../reading.ts";
import { KEY } from "./issue.ts";
import type { Site } from "./site.ts";

/** What one line of a log does. */
export type Effect = { kind: EventKind } & Pick<LogEvent, "set" | "before" | "blocker">;

export type LogContext = {
  site: Site;
  reading: DocumentReading;
  /** When the issue arrived, and when this line was written. */
  arrivedAt: string;
  at: string;
};

type Side = { id: string; text: string };
type Reducer = (from: Side, to: Side, context: LogContext) => Effect;

/** A flag blocks like an issue that nobody can close. */
export const FLAG = "flag";

const status: Reducer = (from, to, { site, at, arrivedAt }) => {
  const stateOf = ({ id, text }: Side): { status: string | null; category: Category | null } => {
    const known = site.statuses.get(id);
    return { status: (known?.name ?? text) || null, category: known?.category ?? null };
  };
  const [was, is] = [stateOf(from), stateOf(to)];
  const kind = was.category !== "done" && is.category === "done" ? "closed" : "status";
  const stays = was.category === is.category;
  return {
    kind: was.category === "done" && is.category !== "done" ? "reopened" : kind,
    set: stays ? { status: is.status } : { ...is, categoryAt: at },
    // Until its first change a category is as old as the issue.
    before: stays ? { status: was.status } : { ...was, categoryAt: arrivedAt },
  };
};

const resolution: Reducer = (from, to, { at }) => {
  const [was, is] = [parseResolution(from.text), parseResolution(to.text)];
  const { set, before }: Pick<Effect, "set" | "before"> = {
    set: {
      resolution: is,
      ...((was === null) !== (is === null) ? { resolvedAt: is === null ? null : at } : {}),
    },
    before: { resolution: was, ...((was === null) !== (is === null) ? { resolvedAt: null } : {}) },
  };
  return { kind: "other", set, before };
};

/** The last of `1, 2`: sprints are added behind each other. A name may hold a comma, an id may not. */
const sprintIn = ({ id, text }: Side, { sprints }: Site): string | null => {
  const ids = id.split(",").map((one) => one.trim());
  const last = ids.at(-1)!;
  const names = ids.length === 1 ? [text] : text.split(/,\s*/);
  return (sprints.get(last) ?? (names.at(-1)?.trim() || null)) || null;
};

const issueType: Reducer = (from, to, { site }) => {
  const stateOf = ({ id, text }: Side): Partial<Facts> => {
    const subtask = site.subtasks.get(id);
    return { type: text || null, ...(subtask === undefined ? {} : { subtask }) };
  };
  const [was, is] = [stateOf(from), stateOf(to)];
  return {
    kind: "type",
    set: is,
    before: is.subtask === undefined ? was : { subtask: is.subtask, ...was },
  };
};

const estimate: Reducer = (from, to, { reading }) => {
  const read = ({ text }: Side): number | null => {
    const value = reading.estimate(text);
    return value === "unreadable" ? null : value;
  };
  return { kind: "estimate", set: { estimate: read(to) }, before: { estimate: read(from) } };
};

const labels: Reducer = (from, to, { reading }) => {
  const names = ({ text }: Side): string[] => text.split(/\s+/).filter((name) => name !== "");
  const read = (side: Side): Partial<Facts> => ({
    labels: reading.labels(names(side)),
    ...(reading.settings.estimateLabels === null ? {} : { estimate: reading.labelEstimate(names(side)) }),
  });
  return { kind: "labels", set: read(to), before: read(from) };
};

const description: Reducer = (from, to, { site, reading }) => {
  const read = ({ text }: Side): Partial<Facts> => {
    const { described, acceptanceCriteria } = reading.body(text, "wiki");
    // Where there is a field for the criteria, the description does not tell them.
    return site.fields.acceptance.length > 0 ? { described } : { described, acceptanceCriteria };
  };
  return { kind: "description", set: read(to), before: read(from) };
};

const acceptance: Reducer = (from, to) => ({
  kind: "description",
  set: { acceptanceCriteria: to.text.trim() !== "" },
  before: { acceptanceCriteria: from.text.trim() !== "" },
});

const title: Reducer = (from, to, { reading }) => ({
  kind: "title",
  ...(reading.settings.titles
    ? { set: { title: to.text || null }, before: { title: from.text || null } }
    : {}),
});

const parent: Reducer = (from, to, { site }) => {
  const keyOf = ({ id, text }: Side): string | null | undefined => {
    if (id === "" && text === "") return null;
    return site.keys.get(id) ?? (KEY.test(text) ? text : undefined);
  };
  const [was, is] = [keyOf(from), keyOf(to)];
  // One that the file does not name is left to the comparison of what is seen.
  return was === undefined || is === undefined
    ? { kind: "other" }
    : { kind: "other", set: { parent: is }, before: { parent: was } };
};

/** `This issue is blocked by ABC-14`, which only the blocked issue's log says. */
const link: Reducer = (from, to) => {
  const side = to.text !== "" ? to : from;
  const isBlocker = /\bis blocked by\b/i.test(side.text) && KEY.test(side.id);
  return {
    kind: "dependency",
    ...(isBlocker ? { blocker: [side === to ? "+" : "-", side.id] as const } : {}),
  };
};

const flag: Reducer = (from, to) => {
  const [was, is] = [from.text !== "" || /\d/.test(from.id), to.text !== "" || /\d/.test(to.id)];
  return { kind: "dependency", ...(was === is ? {} : { blocker: [is ? "+" : "-", FLAG] as const }) };
};

const BY_NAME: Readonly<Record<string, Reducer>> = {
  status,
  resolution,
  issuetype: issueType,
  labels,
  description,
  summary: title,
  link,
  parent,
  issueparentassociation: parent,
  assignee: () => ({ kind: "assignee" }),
  comment: () => ({ kind: "comment" }),
  rank: () => ({ kind: "order" }),
  sprint: (from, to, { site }) => ({
    kind: "sprint",
    set: { sprint: sprintIn(to, site) },
    before: { sprint: sprintIn(from, site) },
  }),
};

/** What one item of a history does; a custom field is known by its id, or by its name where servers give no id. */
export const effectOf = (item: unknown, context: LogContext): Effect => {
  const side = (id: string, text: string): Side => ({ id: textAt(item, id), text: textAt(item, text) });
  const [from, to] = [side("from", "fromString"), side("to", "toString")];
  const { fields } = context.site;
  const field = textAt(item, "fieldId");
  const name = fold(textAt(item, "field"));
  const is = (ids: readonly string[]): boolean => ids.includes(field);
  if (is(fields.estimate) || (field === "" && fields.estimateNames.includes(name)))
    // Of several fields for estimates only all of them together tell the estimate.
    return fields.estimate.length > 1 ? { kind: "estimate" } : estimate(from, to, context);
  if (is(fields.acceptance)) return acceptance(from, to, context);
  if (is(fields.flagged) || name === "flagged") return flag(from, to, context);
  return Object.hasOwn(BY_NAME, name) ? BY_NAME[name]!(from, to, context) : { kind: "other" };
};
