import type { ColumnMap } from "../csv/columns.ts";

/** Custom fields are found by the name in parentheses: the words before it are translated, sometimes inconsistently. */
const custom = (...names: string[]): RegExp =>
  new RegExp(
    String.raw`^(?:custom field|campo personalizado|champs? personnalisés?|pole niestandardowe|benutzerdefinierte felder) \((?:${names.join("|")})\s*\)$`,
  );

/** The columns that are read, by every name Jira gives them: English first, then the languages it exports in. */
export const JIRA_HEADINGS: ColumnMap = {
  key: [
    "Issue key",
    "Key",
    "Clave de incidencia",
    "Clé de ticket",
    "Klucz zgłoszenia",
    "Vorgangsschlüssel",
    "Chave da item",
    "Chave do item",
    "Clave",
    "Clé",
    "Klucz",
    "Schlüssel",
    "Chave",
  ],
  number: [
    "Issue id",
    "ID de la incidencia",
    "ID de ticket",
    "Id. zgłoszenia",
    "Vorgangs-ID",
    "ID da item",
    "ID do item",
  ],
  title: ["Summary", "Resumen", "Résumé", "Podsumowanie", "Zusammenfassung", "Resumo"],
  type: [
    "Issue Type",
    "Tipo de Incidencia",
    "Type de ticket",
    "Typ zgłoszenia",
    "Vorgangstyp",
    "Tipo de item",
    "Work type",
  ],
  status: ["Status", "Estado", "État"],
  category: [
    "Status Category",
    "Categoría de estado",
    "Catégorie d'état",
    "Statuskategorie",
    "Categoria do status",
  ],
  categoryAt: [
    "Status Category Changed",
    "Categoría de estado cambiada",
    "Catégorie d'état modifiée",
    "Statuskategorie geändert",
  ],
  resolution: ["Resolution", "Resolución", "Résolution", "Rozwiązanie", "Lösung", "Resolução"],
  created: ["Created", "Creada", "Création", "Utworzono", "Erstellt", "Criado"],
  updated: ["Updated", "Actualizada", "Mise à jour", "Zaktualizowano", "Aktualisiert", "Atualizado(a)"],
  resolved: ["Resolved", "Resuelta", "Résolu", "Rozwiązane", "Erledigt", "Resolvido"],
  description: ["Description", "Descripción", "Opis", "Beschreibung", "Descrição"],
  labels: ["Labels", "Etiquetas", "Étiquettes", "Etykiety", "Stichwörter"],
  sprint: ["Sprint"],
  parentKey: ["Parent key", "Clave principal", "Chave pai"],
  parent: ["Parent", "Parent id", "Principal", "Übergeordnet"],
  rank: [custom("rank")],
  acceptance: [custom("acceptance criteria", "acceptance criterion")],
  flagged: [custom("flagged")],
  // Story Points first: where both point fields are there, it is the one that a company-managed project fills.
  estimate: [custom("story points"), "Story Points", custom("story point estimate"), "Story point estimate"],
  blockedBy: [
    /^(?:inward issue link|enlace a la incidencia interna|lien du ticket entrant|link zu eingehendem vorgang|wewnętrzne łącze do zgłoszenia) \(blocks\)$/,
  ],
};
