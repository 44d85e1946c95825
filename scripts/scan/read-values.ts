import { openCsv } from "../../src/sources/files/csv-table.ts";
import { SourceError } from "../../src/sources/source-error.ts";
import { kindOfHeading } from "./headings.ts";
import type { Kind, Withheld } from "./withheld.ts";

type Add = (kind: Kind, value: string, line: number) => void;

/** Labels stand several to a cell, apart by a comma, a semicolon or, in Jira, a blank. */
const labelsOf = (cell: string): string[] => [...cell.split(/[,;|]/), ...cell.split(/[\s,;|]+/)];

const addCell = (add: Add, kind: Kind, cell: string, line: number): void => {
  if (cell.trim() === "") return;
  if (kind === "label") for (const label of labelsOf(cell)) add(kind, label, line);
  // Several people to a cell, and "Name <address>": each name for itself, and each address.
  else if (kind === "person") for (const one of cell.split(/[,;|<>\n]/)) add(kind, one, line);
  else add(kind, cell, line);
};

const readTable = async (bytes: Uint8Array, file: string, add: Add): Promise<void> => {
  const table = openCsv(bytes, file);
  const known = (header: readonly string[]): number =>
    header.filter((heading) => kindOfHeading(heading) !== null).length;
  // Some exports have lines above their header; the record that names the most of what is withheld is it.
  const records = table.head.map((_, index) => index);
  const header = records.toSorted((a, b) => known(table.head[b]!) - known(table.head[a]!))[0] ?? table.first;
  const under = table.under(Math.max(header, table.first));
  const kinds = under.header.map(kindOfHeading);
  await under.read(({ line, cells }) => {
    for (const [index, kind] of kinds.entries())
      if (kind !== null) addCell(add, kind, cells[index] ?? "", line);
  });
};

/** Every text below a key that a column of that name would withhold. */
const walk = (value: unknown, kind: Kind | null, add: Add): void => {
  if (typeof value === "string") {
    if (kind !== null) addCell(add, kind, value, 1);
  } else if (Array.isArray(value)) for (const one of value) walk(one, kind, add);
  else if (value !== null && typeof value === "object")
    for (const [key, one] of Object.entries(value)) walk(one, kindOfHeading(key) ?? kind, add);
};

const ELEMENT = /<([\w:-]+)(?:\s[^>]*)?>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g;
const CALENDAR_LINE = /^(ATTENDEE|ORGANIZER|SUMMARY|DESCRIPTION|COMMENT)(;[^:]*)?:(.*)$/gim;

const readMarkup = (text: string, add: Add): void => {
  for (const [, name, data, plain] of text.matchAll(ELEMENT)) {
    const kind = kindOfHeading(name!);
    if (kind !== null) addCell(add, kind, data ?? plain ?? "", 1);
  }
};

const readCalendar = (text: string, add: Add): void => {
  for (const [, name, parameters = "", value] of text.replaceAll(/\r?\n[ \t]/g, "").matchAll(CALENDAR_LINE)) {
    if (/^(ATTENDEE|ORGANIZER)$/i.test(name!)) {
      add("person", value!.replace(/^mailto:/i, ""), 1);
      add("person", /;CN="?([^";:]+)/i.exec(parameters)?.[1] ?? "", 1);
    } else add(/^SUMMARY$/i.test(name!) ? "title" : "description", value!, 1);
  }
};

/**
 * Hands every value of a file that is withheld to the collector: the cells below such headings of a table, the same in
 * JSON and XML, and people and texts of a calendar. A file that cannot be read gives nothing, since nothing of it can
 * have been published.
 */
export const readWithheld = async (options: {
  bytes: Uint8Array;
  file: string;
  withheld: Withheld;
  kinds: ReadonlySet<Kind>;
}): Promise<void> => {
  const { bytes, file, withheld, kinds } = options;
  const add: Add = (kind, value, line) => {
    if (kinds.has(kind)) withheld.add(kind, value, `${file}:${line}`);
  };
  const head = Buffer.from(bytes.subarray(0, 200))
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  const text = (): string =>
    Buffer.from(bytes)
      .toString("utf8")
      .replace(/^\uFEFF/, "");
  try {
    if (/^begin:vcalendar/i.test(head)) readCalendar(text(), add);
    else if (/^[[{]/.test(head)) walk(JSON.parse(text()), null, add);
    else if (head.startsWith("<")) readMarkup(text(), add);
    else await readTable(bytes, file, add);
  } catch (error) {
    if (!(error instanceof SourceError || error instanceof SyntaxError)) throw error;
  }
};
