import { evaluate, type Scope } from "./expression.ts";
import { asksStanding } from "./functions.ts";
import { asText, isTrue, type Value } from "./values.ts";

const EXPRESSION = /\$\{\{((?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*)\}\}/g;

/** Puts values in place of `${{ … }}`; a text that is one expression keeps its kind. */
export const fill = (text: string, scope: Scope): Value => {
  const whole = /^\s*\$\{\{((?:[^'}]|'(?:[^']|'')*'|\}(?!\}))*)\}\}\s*$/.exec(text);
  if (whole) return evaluate(whole[1]!, scope);
  return text.replaceAll(EXPRESSION, (_, inner: string) => asText(evaluate(inner, scope)));
};

/** The same through a whole tree of YAML. */
export const fillAll = (value: Value, scope: Scope): Value => {
  if (typeof value === "string") return fill(value, scope);
  if (Array.isArray(value)) return value.map((one) => fillAll(one, scope));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillAll(one, scope)]));
};

/** A mapping as texts, which is what environments and the inputs of actions hold. */
export const fillTexts = (value: Value | undefined, scope: Scope): Record<string, string> =>
  Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, Value>).map(([key, one]) => [
      key,
      asText(typeof one === "string" ? fill(one, scope) : one),
    ]),
  );

/** Whether a step or a job runs; without a word about how things went, only if they went well. */
export const holds = (condition: Value | undefined, scope: Scope): boolean => {
  if (condition === undefined || condition === null) return isTrue(evaluate("success()", scope));
  const text = asText(condition).trim();
  const inner = /^\$\{\{([\s\S]*)\}\}$/.exec(text)?.[1] ?? text;
  const asked = asksStanding(inner) ? inner : `success() && (${inner})`;
  return isTrue(evaluate(asked, scope));
};
