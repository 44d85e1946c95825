import { inert } from "./inert.ts";
import { safeUrl } from "./safe-url.ts";

/** Words, with nothing between them that Markdown reads; most titles are no more. */
const WORDS = /^[\p{L}][\p{L}\p{N} ,;'’“”–-]*$/u;

const escaped = (line: string): string =>
  line
    .replace(/[\\`*_{}[\]()<>#+!|~&$]/gu, "\\$&")
    .replace(/:\/\//gu, "\\://")
    .replace(/\bwww\./giu, "www\\.")
    .replace(/^(\d+)([.)])/u, "$1\\$2")
    .replace(/^[-=]/u, "\\$&");

/** Foreign text as Markdown that shows it: nothing in it is read as markup, as HTML or as an address. */
export const markdownText = (text: string): string => {
  const line = inert(text);
  return WORDS.test(line) ? line : escaped(line);
};

/** An item as a link to its tracker, or as its key. */
export const markdownItem = (item: { id: string; title: string | null; url: string | null }): string => {
  const href = safeUrl(item.url);
  const key = markdownText(item.id);
  const link = href === null ? key : `[${key}](<${new URL(href).href}>)`;
  return item.title === null ? link : `${link} ${markdownText(item.title)}`;
};
