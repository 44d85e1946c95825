import { dayOf } from "../../lib/dates.ts";
import { fold } from "../../lib/text.ts";
import type { Problem } from "../../model/observation.ts";
import type { Session } from "../../model/session.ts";
import type { CsvTable } from "../files/csv-table.ts";
import { decideDateOrder } from "../files/date-order.ts";
import { parseWallClock } from "../files/wall-clock-text.ts";
import { JIRA_HEADINGS } from "../formats/jira-headings.ts";
import type { EffortRules } from "./define.ts";
import { matcherOf } from "./match.ts";

/** Headings of the columns, one a log, by every name that Jira is known to give them; folded. */
const LOG = ["log work", "registrar horas de trabajo"];
const PROJECT = [
  ...["project key", "clave del proyecto", "clé de projet", "klucz projektu"],
  ...["project name", "nombre del proyecto", "nom du projet", "nazwa projektu"],
];
const TAG = [...headings("labels"), ...headings("type"), "components", "component/s"];

/** `comment;date;author;seconds`: only the comment may hold a semicolon or a line break. */
const ENTRY = /^([\s\S]*);([^;\n]+);([^;\n]*);(\d{1,9})$/;

function headings(column: keyof typeof JIRA_HEADINGS): string[] {
  return (JIRA_HEADINGS[column] ?? []).flatMap((name) => (typeof name === "string" ? fold(name) : []));
}

/** What the work logs of one item tell. */
export type LoggedItem = { sessions: Session[]; problems: Problem[] };

/** Whether an export has columns of work logs. */
export const hasWorkLogs = (header: readonly string[]): boolean =>
  header.some((name) => LOG.includes(fold(name)));

/**
 * The work logs of a Jira export that are refinement, by item. A log is one person's session; it counts when its
 * comment or the item's summary holds one of the rule's texts, or the item's project, type, label or component is
 * named by it. Items without such a log are there with none, so that a later export can take one back.
 */
export const readWorkLogs = async (options: {
  table: CsvTable;
  file: string;
  rules: EffortRules;
}): Promise<Map<string, LoggedItem>> => {
  const { table, file, rules } = options;
  const names = table.header.map(fold);
  const at = (wanted: readonly string[]): number[] =>
    names.flatMap((name, index) => (wanted.includes(name) ? [index] : []));
  const places = {
    log: at(LOG),
    key: at(headings("key")).slice(0, 1),
    title: at(headings("title")),
    project: at(PROJECT),
    tag: at(TAG),
  };
  const matches = matcherOf(rules.match);
  const items = new Map<string, LoggedItem>();
  const logs: { key: string; line: number; entry: RegExpExecArray }[] = [];
  await table.read(({ line, cells }) => {
    const read = (indexes: readonly number[]): string[] =>
      indexes.map((index) => cells[index]?.trim() ?? "").filter((cell) => cell !== "");
    const [key] = read(places.key);
    if (key === undefined) return;
    const item: LoggedItem = { sessions: [], problems: [] };
    items.set(key, item);
    const marks = { projects: read(places.project), tags: read(places.tag), texts: read(places.title) };
    const isRefinement = matches(marks);
    for (const cell of read(places.log)) {
      const entry = ENTRY.exec(cell);
      if (!isRefinement && !matches({ projects: [], tags: [], texts: [entry?.[1] ?? ""] })) continue;
      if (entry) logs.push({ key, line, entry });
      else item.problems.push(unreadable(`${file}:${line}`, "form (comment;date;author;seconds)"));
    }
  });
  const { order } = decideDateOrder(
    logs.map(({ entry }) => entry[2]!),
    rules.dates,
  );
  for (const { key, line, entry } of logs) {
    const start = parseWallClock(entry[2]!, { zone: rules.exportZone, order });
    const minutes = Number(entry[4]) / 60;
    const { sessions, problems } = items.get(key)!;
    if (start !== null && minutes > 0) sessions.push({ day: dayOf(start, rules.zone), minutes, people: 1 });
    else problems.push(unreadable(`${file}:${line}`, start === null ? "date" : "length (over 0)"));
  }
  return items;
};

const unreadable = (where: string, what: string): Problem => ({
  id: "session-unreadable",
  where,
  text: `a work log without a readable ${what}; it is not counted`,
});
