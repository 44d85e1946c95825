import { SourceError } from "../../source-error.ts";
import { type ContentLine, parseContentLine, unfold } from "./content-lines.ts";

/** A part of a calendar between `BEGIN:` and `END:`, such as an event or a time zone. */
export type Component = { name: string; line: number; lines: ContentLine[]; children: Component[] };

/** What is read of events and zones. Descriptions, places and notes never get past this list. */
const READ = new Set([
  ..."UID SEQUENCE STATUS SUMMARY ATTENDEE X-MICROSOFT-CDO-ALLDAYEVENT".split(" "),
  ..."DTSTART DTEND DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID".split(" "),
  ..."TZID TZOFFSETFROM TZOFFSETTO X-LIC-LOCATION".split(" "),
]);
const NAME = /^[A-Za-z0-9-]+/;
const BORDER = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i;

/**
 * The components of a calendar file, as a tree.
 * @throws SourceError when the file ends inside one: half a calendar must not pass for a whole
 */
export const readComponents = (text: string, file: string): Component[] => {
  const root: Component = { name: "", line: 1, lines: [], children: [] };
  const open = [root];
  for (const { text: content, line } of unfold(text)) {
    const border = BORDER.exec(content);
    const name = (border?.[2] ?? "").toUpperCase();
    if (border === null) {
      if (!READ.has(NAME.exec(content)?.[0].toUpperCase() ?? "")) continue;
      const parsed = parseContentLine(content, line);
      if (parsed !== null) open.at(-1)!.lines.push(parsed);
    } else if (border[1]!.toUpperCase() === "BEGIN") {
      const component: Component = { name, line, lines: [], children: [] };
      open.at(-1)!.children.push(component);
      open.push(component);
    } else {
      const index = open.findLastIndex((component) => component.name === name);
      if (index > 0) open.length = index;
    }
  }
  const cut = open[1];
  if (cut !== undefined) {
    throw new SourceError({
      file,
      line: cut.line,
      found: `the file ends inside the ${cut.name} that begins here.`,
      remedy: "The download was probably cut off: export the calendar again. Nothing of this file was used.",
    });
  }
  return root.children;
};

export const linesOf = (component: Component, name: string): ContentLine[] =>
  component.lines.filter((line) => line.name === name);

/** The first value of a property, without outer blanks. */
export const textOf = (component: Component, name: string): string | null =>
  component.lines.find((line) => line.name === name)?.value.trim() ?? null;
