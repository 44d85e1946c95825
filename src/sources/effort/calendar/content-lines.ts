/** One property of a calendar: RFC 5545 §3.1. Names and the keys of parameters are in upper case. */
export type ContentLine = {
  name: string;
  params: ReadonlyMap<string, string>;
  value: string;
  /** The line of the file on which it begins. */
  line: number;
};

/** Lines of the file put together again where they were folded, with the number of their first one. */
export const unfold = (text: string): { text: string; line: number }[] => {
  const lines: { parts: string[]; line: number }[] = [];
  for (const [index, part] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^[ \t]/.test(part) && lines.length > 0) lines.at(-1)!.parts.push(part.slice(1));
    else if (part !== "") lines.push({ parts: [part], line: index + 1 });
  }
  return lines.map(({ parts, line }) => ({ text: parts.join(""), line }));
};

const NAME = /^[A-Za-z0-9-]+/;
const PARAM = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)/y;

const parse = (text: string, line: number): ContentLine | null => {
  const name = NAME.exec(text)?.[0];
  if (name === undefined) return null;
  const params = new Map<string, string>();
  let at = name.length;
  for (;;) {
    PARAM.lastIndex = at;
    const match = PARAM.exec(text);
    if (match === null) break;
    params.set(match[1]!.toUpperCase(), match[2]!.replaceAll('"', ""));
    at = PARAM.lastIndex;
  }
  return text[at] === ":" ? { name: name.toUpperCase(), params, value: text.slice(at + 1), line } : null;
};

/** A date has no colon, so the last one ends the parameters, whatever an unquoted zone name such as `(UTC-05:00) …` holds. */
const DATES = /^([A-Za-z-]+)((?:;.*)?):([^:]*)$/;
const ZONE = /;TZID=([^;]*)/i;
const DAY_ONLY = /;VALUE=DATE(?:;|$)/i;

const parseDates = (text: string, line: number): ContentLine | null => {
  // Exchange has been seen to close the quotes of a zone name only after the date.
  const match = DATES.exec(text.replaceAll('"', ""));
  if (match === null) return null;
  const params = new Map<string, string>();
  const zone = ZONE.exec(match[2]!)?.[1];
  if (zone !== undefined) params.set("TZID", zone);
  if (DAY_ONLY.test(match[2]!)) params.set("VALUE", "DATE");
  return { name: match[1]!.toUpperCase(), params, value: match[3]!, line };
};

const HOLDS_DATES = /^(?:DTSTART|DTEND|RDATE|EXDATE|RECURRENCE-ID)[;:]/i;

/** `null` where the text is no property. */
export const parseContentLine = (text: string, line: number): ContentLine | null =>
  HOLDS_DATES.test(text)
    ? parseDates(text, line)
    : (parse(text, line) ?? parse(text.replaceAll('"', ""), line));
