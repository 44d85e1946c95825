import { fold } from "../../lib/text.ts";
import type { Category } from "../../model/facts.ts";

const CATEGORIES: Record<Category, readonly string[]> = {
  todo: [
    "to do",
    "por hacer",
    "à faire",
    "zu erledigen",
    "do zrobienia",
    "itens pendentes",
    "a fazer",
    "tareas por hacer",
  ],
  doing: ["in progress", "en curso", "en cours", "in arbeit", "w toku", "em andamento"],
  done: ["done", "listo", "finalizada", "terminé", "fertig", "gotowe", "concluído", "itens concluídos"],
};

/** Words that are remembered as they are written; a damaged column may hold any number. */
const REMEMBERED = 1000;

/** What a word says, worked out once for each of the first words, whatever the number of rows. */
const rememberWords = <Value>(of: (cell: string) => Value): ((cell: string) => Value) => {
  const known = new Map<string, Value>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined) {
      value = of(cell);
      if (known.size < REMEMBERED) known.set(cell, value);
    }
    return value;
  };
};

export type CategoryReader = (cell: string) => Category | null;

/** Tells categories by their words. */
export const categoryReader = (words: Readonly<Record<Category, readonly string[]>>): CategoryReader => {
  const byName = new Map(
    Object.entries(words).flatMap(([category, names]) =>
      names.map((name) => [fold(name), category as Category] as const),
    ),
  );
  return rememberWords((cell) => byName.get(fold(cell)) ?? null);
};

/** A status category cell; `null` for one of no known language (then the team's mapping decides). */
export const parseCategory = categoryReader(CATEGORIES);

const UNRESOLVED = new Set([
  "unresolved",
  "sin resolver",
  "non résolu",
  "nicht erledigt",
  "nierozwiązane",
  "não resolvido",
  "---",
]);

const isUnresolved = rememberWords((cell) => UNRESOLVED.has(fold(cell)));

/** A resolution cell; some exports write "Unresolved" where others leave it empty. */
export const parseResolution = (cell: string): string | null =>
  cell === "" || isUnresolved(cell) ? null : cell;

/** A sprint cell; old servers write the whole object: `…Sprint@1f[id=7,rapidViewId=3,state=CLOSED,name=Sprint 7,…]`. */
export const parseSprint = (cell: string): string =>
  cell.includes("[") ? (/\[.*?\bname=([^,\]]*)/.exec(cell)?.[1]?.trim() ?? cell) : cell;

/** A cell that says yes, in whatever word. */
export const isYes = (cell: string): boolean => cell !== "" && !/^(?:false|no|n|0|-|none)$/i.test(cell);

/** A number that a spreadsheet has rounded: `1.21143E+15`. */
export const isRounded = (cell: string): boolean => /^\d(?:[.,]\d+)?E\+?\d+$/i.test(cell);
