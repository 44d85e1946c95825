import { inert } from "./inert.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const SPECIAL = /[&<>"']/u;

/** Text that neither HTML nor XML reads as markup, in an attribute or between tags. */
export const markupText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character) : text;

/** Foreign text for XML: nothing in it is markup, and nothing is forbidden there. */
export const xmlText = (text: string, length?: number): string => markupText(inert(text, length));
