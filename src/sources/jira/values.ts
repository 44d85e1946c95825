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

/** A status category cell; `null` for one of no known language (then the team's mapping decides). */
export const parseCategory = (cell: string): Category | null => {
  const name = fold(cell);
  for (const [category, names] of Object.entries(CATEGORIES))
    if (names.includes(name)) return category as Category;
  return null;
};

const UNRESOLVED = new Set([
  "",
  "unresolved",
  "sin resolver",
  "non résolu",
  "nicht erledigt",
  "nierozwiązane",
  "não resolvido",
]);

/** A resolution cell; some exports write "Unresolved" where others leave it empty. */
export const parseResolution = (cell: string): string | null =>
  UNRESOLVED.has(fold(cell)) ? null : cell.trim();

/** A sprint cell; old servers write the whole object: `…Sprint@1f[id=7,rapidViewId=3,state=CLOSED,name=Sprint 7,…]`. */
export const parseSprint = (cell: string): string =>
  /\[.*?\bname=([^,\]]*)/.exec(cell)?.[1]?.trim() ?? cell.trim();

/** Labels stand in columns of their own, or several in one cell, parted by commas or blanks. */
export const parseLabels = (cells: readonly string[]): string[] =>
  cells.flatMap((cell) => cell.split(/[,\s]+/)).filter((label) => label !== "");

export const isKey = (cell: string): boolean => /^\p{L}[\p{L}\p{N}_]*-\d+$/u.test(cell.trim());
