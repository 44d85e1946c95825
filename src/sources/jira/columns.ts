import { fold } from "../../lib/text.ts";

/** The columns that are read, by every name Jira gives them: English first, then the languages it exports in. */
const NAMES = {
  key: [
    "Issue key",
    "Key",
    "Clave de incidencia",
    "Clé de ticket",
    "Klucz zgłoszenia",
    "Vorgangsschlüssel",
    "Chave da item",
  ],
  id: ["Issue id", "ID de la incidencia", "ID de ticket", "Id. zgłoszenia", "Vorgangs-ID", "ID da item"],
  title: ["Summary", "Resumen", "Résumé", "Podsumowanie", "Zusammenfassung", "Resumo"],
  type: [
    "Issue Type",
    "Tipo de Incidencia",
    "Type de ticket",
    "Typ zgłoszenia",
    "Vorgangstyp",
    "Tipo de item",
  ],
  status: ["Status", "Estado", "État"],
  category: [
    "Status Category",
    "Categoría de estado",
    "Catégorie d'état",
    "Statuskategorie",
    "Categoria do status",
  ],
  categoryAt: ["Status Category Changed", "Categoría de estado cambiada", "Catégorie d'état modifiée"],
  resolution: ["Resolution", "Resolución", "Résolution", "Rozwiązanie", "Lösung", "Resolução"],
  created: ["Created", "Creada", "Création", "Utworzono", "Erstellt", "Criado"],
  updated: ["Updated", "Actualizada", "Mise à jour", "Zaktualizowano", "Aktualisiert", "Atualizado(a)"],
  resolved: ["Resolved", "Resuelta", "Résolu", "Rozwiązane", "Erledigt", "Resolvido"],
  description: ["Description", "Descripción", "Opis", "Beschreibung", "Descrição"],
  labels: ["Labels", "Etiquetas", "Étiquettes", "Etykiety", "Stichwörter"],
  sprint: ["Sprint"],
  parentKey: ["Parent key", "Clave principal", "Chave pai"],
  parent: ["Parent", "Parent id", "Principal", "Übergeordnet"],
} as const satisfies Record<string, readonly string[]>;

/** Custom fields are found by the name in parentheses: the words before it are translated, sometimes inconsistently. */
const CUSTOM =
  /^(?:custom field|campo personalizado|champs? personnalisés?|pole niestandardowe|benutzerdefinierte felder) \((.*)\)$/;
const CUSTOM_NAMES = {
  rank: ["rank"],
  acceptance: ["acceptance criteria", "acceptance criterion"],
  flagged: ["flagged"],
} as const;
/** Story Points first: where both point fields are there, it is the one that a company-managed project fills. */
const ESTIMATES = ["story points", "story point estimate"];
const BLOCKED_BY =
  /^(?:inward issue link|enlace a la incidencia interna|lien du ticket entrant|link zu eingehendem vorgang|wewnętrzne łącze do zgłoszenia) \(blocks\)$/;

type Name = keyof typeof NAMES | keyof typeof CUSTOM_NAMES;

/** Indexes of the cells of each column; a name may stand over several columns (Sprint ×3, Labels ×4). */
export type JiraColumns = Record<Name | "blockedBy", readonly number[]> & { estimates: readonly number[] };

/**
 * Finds the columns in a header.
 * @param estimateField the team's own estimate field, by its whole heading or the name in parentheses; `null` for Jira's two
 */
export const findColumns = (header: readonly string[], estimateField: string | null): JiraColumns => {
  const folded = header.map(fold);
  const custom = folded.map((name) => CUSTOM.exec(name)?.[1]?.trim() ?? null);
  const where = (test: (name: string, inParentheses: string | null) => boolean): number[] =>
    folded.flatMap((name, index) => (test(name, custom[index]!) ? [index] : []));
  const estimates = estimateField ? [fold(estimateField)] : ESTIMATES;
  const columns: Partial<Record<Name | "blockedBy" | "estimates", number[]>> = {};
  for (const [key, names] of Object.entries(NAMES)) {
    const wanted = new Set(names.map(fold));
    columns[key as Name] = where((name) => wanted.has(name));
  }
  for (const [key, names] of Object.entries(CUSTOM_NAMES)) {
    columns[key as Name] = where(
      (_, inner) => inner !== null && (names as readonly string[]).includes(inner),
    );
  }
  columns.estimates = estimates.flatMap((wanted) =>
    where((name, inner) => (inner ?? name) === wanted || name === wanted),
  );
  columns.blockedBy = where((name) => BLOCKED_BY.test(name));
  return columns as JiraColumns;
};
