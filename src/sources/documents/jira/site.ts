import type { Category } from "../../../model/facts.ts";
import { parseSprint } from "../../csv/values.ts";
import { listAt, textAt, valueAt } from "../json.ts";
import type { CustomFields } from "./custom-fields.ts";

type Status = { name: string; category: Category | null };

/** What the file tells of a site: a log names statuses and sprints by id, and says nothing of their categories. */
export type Site = {
  statuses: ReadonlyMap<string, Status>;
  sprints: ReadonlyMap<string, string>;
  subtasks: ReadonlyMap<string, boolean>;
  /** The key of each issue by its number. */
  keys: ReadonlyMap<string, string>;
  fields: CustomFields;
};

const CATEGORIES: Readonly<Record<string, Category>> = { new: "todo", indeterminate: "doing", done: "done" };

/** The category of a status object; `null` where it has none. */
export const categoryOf = (status: unknown): Category | null => {
  const key = textAt(status, "statusCategory", "key");
  return Object.hasOwn(CATEGORIES, key) ? CATEGORIES[key]! : null;
};

/** A sprint of an issue: Cloud's object, or the text that servers make of one. */
export const sprintOf = (value: unknown): { id: string; name: string; state: string; end: string } => {
  if (typeof value !== "string")
    return {
      id: textAt(value, "id"),
      name: textAt(value, "name"),
      state: textAt(value, "state").toLowerCase(),
      end: textAt(value, "endDate"),
    };
  const part = (key: string): string =>
    new RegExp(String.raw`[[,]${key}=([^,\]]*)`).exec(value)?.[1]?.trim() ?? "";
  return {
    id: part("id"),
    name: parseSprint(value),
    state: part("state").toLowerCase(),
    end: part("endDate"),
  };
};

/** Gathers what the issues of a file say of the site they come from. */
export const siteOf = (issues: readonly unknown[], fields: CustomFields): Site => {
  const statuses = new Map<string, Status>();
  const sprints = new Map<string, string>();
  const subtasks = new Map<string, boolean>();
  const keys = new Map<string, string>();
  const addStatus = (status: unknown): void => {
    const [id, name] = [textAt(status, "id"), textAt(status, "name")];
    if (id !== "" && name !== "") statuses.set(id, { name, category: categoryOf(status) });
  };
  for (const issue of issues) {
    keys.set(textAt(issue, "id"), textAt(issue, "key"));
    const own = valueAt(issue, "fields");
    addStatus(valueAt(own, "status"));
    addStatus(valueAt(own, "parent", "fields", "status"));
    for (const sub of listAt(own, "subtasks")) addStatus(valueAt(sub, "fields", "status"));
    for (const link of listAt(own, "issuelinks")) {
      addStatus(valueAt(link, "inwardIssue", "fields", "status"));
      addStatus(valueAt(link, "outwardIssue", "fields", "status"));
    }
    const subtask = valueAt(own, "issuetype", "subtask");
    if (typeof subtask === "boolean") subtasks.set(textAt(own, "issuetype", "id"), subtask);
    for (const field of fields.sprint) {
      for (const value of listAt(own, field)) {
        const { id, name } = sprintOf(value);
        if (id !== "" && name !== "") sprints.set(id, name);
      }
    }
  }
  return { statuses, sprints, subtasks, keys, fields };
};
