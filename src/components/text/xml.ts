import { inert } from "./inert.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Foreign text for XML: nothing in it is markup, and nothing is forbidden there. */
export const xmlText = (text: string, length?: number): string =>
  inert(text, length).replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
