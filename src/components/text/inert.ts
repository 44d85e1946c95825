/** Controls but line breaks and tabs, marks that turn the direction of writing, and halves of characters. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Most text needs nothing of it, and a page holds hundreds of such texts. */
const PLAIN =
  /^[!-~\u00a1-\u00ac\u00ae-\u05ff\u2010-\u2027]+(?: [!-~\u00a1-\u00ac\u00ae-\u05ff\u2010-\u2027]+)*$/u;

/**
 * Foreign text for a place that has no markup to isolate it: a feed, a picture, Markdown. On one line, without what
 * would turn the line round or is forbidden in XML, and no longer than said.
 */
export const inert = (text: string, length = 200): string => {
  if (text.length <= length && PLAIN.test(text)) return text;
  const line = [...text.replace(/\s+/gu, " ").replace(FORBIDDEN, "").trim()];
  return line.length <= length ? line.join("") : `${line.slice(0, length - 1).join("")}…`;
};
