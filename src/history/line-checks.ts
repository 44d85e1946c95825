import { EVENT_KINDS } from "../model/change.ts";

/** Cheap checks of a stored line's shape: a full schema on 200,000 lines would cost more than reading them. */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isInstant = (value: unknown): boolean => typeof value === "string" && !Number.isNaN(Date.parse(value));

const isOrderEdit = (value: unknown): boolean =>
  isRecord(value) && Array.isArray(value.out) && Array.isArray(value.put);

export const checkChange = (value: unknown): string | null => {
  if (!isRecord(value)) return "not an object";
  if (typeof value.run !== "number") return "no run number";
  if (!isInstant(value.at)) return `"at" is not an instant`;
  if ("order" in value) return isOrderEdit(value.order) ? null : "not an order edit";
  if (typeof value.id !== "string" || value.id === "") return "no id";
  if (typeof value.event === "string")
    return (EVENT_KINDS as readonly unknown[]).includes(value.kind) ? null : "an event of unknown kind";
  if (isRecord(value.new) || isRecord(value.set) || value.gone === true) return null;
  return `neither "new", "set", "gone" nor "order"`;
};

export const checkRun = (value: unknown): string | null => {
  if (!isRecord(value)) return "not an object";
  if (typeof value.run !== "number" || typeof value.changes !== "number")
    return "no run number or count of changes";
  if (!isInstant(value.at)) return `"at" is not an instant`;
  if (typeof value.source !== "string" || typeof value.sha256 !== "string") return "no source";
  if (value.state !== "accepted" && value.state !== "held") return "unknown state";
  if (!Array.isArray(value.fields) || !Array.isArray(value.assumed) || !Array.isArray(value.findings))
    return "a list is missing";
  return null;
};

export const checkItem = (value: unknown): string | null =>
  isRecord(value) && typeof value.id === "string" ? null : "no id";
