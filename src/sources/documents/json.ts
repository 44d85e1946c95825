/** An object of a parsed document: whatever its keys hold has to be asked. */
export type Json = { readonly [key: string]: unknown };

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const NOTHING: Json = Object.freeze({});

/** The object that a value is; an empty one for anything else, so that a missing branch reads as missing leaves. */
export const objectOf = (value: unknown): Json => (isJson(value) ? value : NOTHING);

/** A value of the object's own: `toString` and `__proto__` of a file are data, and of no file they are nothing. */
export const ownValue = (object: Json, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** What stands at the end of a path through objects. */
export const valueAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => ownValue(objectOf(found), key), value);

const textIn = (value: unknown): string => {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
};

/** The text or number at the end of a path as a text without outer blanks; empty for anything else. */
export const textAt = (value: unknown, ...path: readonly string[]): string => textIn(valueAt(value, ...path));

/** The list at the end of a path; empty for anything else. */
export const listAt = (value: unknown, ...path: readonly string[]): readonly unknown[] => {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
};

/** A list that may be wrapped, as GraphQL does: in `nodes`, or in `edges` with a `node` each. */
export const unwrapped = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  const nodes = valueAt(value, "nodes");
  return Array.isArray(nodes) ? nodes : listAt(value, "edges").map((edge) => valueAt(edge, "node"));
};
