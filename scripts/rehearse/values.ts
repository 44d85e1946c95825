/** What an expression can be: JSON. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export const isTrue = (value: Value): boolean =>
  value !== null && value !== false && value !== 0 && value !== "" && !Number.isNaN(value);

export const asNumber = (value: Value): number => {
  if (value === null || value === "") return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "object" ? Number.NaN : Number(value);
};

/** Texts are equal without regard to case; values of different kinds are compared as numbers. */
export const equal = (left: Value, right: Value): boolean => {
  if (typeof left === "string" && typeof right === "string")
    return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right && left !== null && right !== null) return left === right;
  return asNumber(left) === asNumber(right);
};

/** How a value appears in a text. */
export const asText = (value: Value): string => {
  if (value === null) return "";
  if (typeof value === "object") return Array.isArray(value) ? "Array" : "Object";
  return String(value);
};
