/** Signs that mean something to Markdown, to HTML, or to what GitHub makes of a text: links, names, references. */
const SIGNS = /[&<>|`*_[\]\\~@#:!(){}$+=-]/g;
const SPACES = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const TURNING = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const LONGEST = 300;

/**
 * A text from outside as one line of Markdown that shows it and nothing else: no markup, no link, no line of its own.
 * The signs become entities, which Markdown never reads as marks.
 */
export const plain = (text: string, longest = LONGEST): string => {
  const line = text.replace(SPACES, " ").replace(TURNING, "").trim();
  const cut = [...line].length > longest ? `${[...line].slice(0, longest - 1).join("")}…` : line;
  return cut.replace(SIGNS, (sign) => `&#${sign.charCodeAt(0)};`);
};

/** A table; its cells are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
