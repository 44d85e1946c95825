import { fold } from "./text.ts";

/** What the single `*` of a label pattern stands for in a label; `null` where the label is not of the pattern. */
export const matchGlob = (pattern: string, label: string): string | null => {
  const star = pattern.indexOf("*");
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)].map(fold) as [string, string];
  const text = fold(label);
  if (star < 0) return text === fold(pattern) ? text : null;
  const fits = text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return fits ? text.slice(before.length, text.length - after.length) : null;
};
