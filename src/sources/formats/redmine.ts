import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** Redmine's list of issues in the user's language, which also chooses the separator and the encoding. */
export const redmine = defineCsvFormat({
  id: "redmine",
  title: "Redmine issues as CSV",
  example:
    "#, Project, Tracker, Parent task, Status, Priority, Subject, Target version, % Done, Created, Closed",
  columns: {
    key: ["#"],
    title: ["Subject", "Thema", "Sujet", "Asunto", "Título", "題名"],
    type: ["Tracker", "Tipo", "トラッカー"],
    status: ["Status", "Statut", "Estado", "Situação", "ステータス"],
    created: ["Created", "Angelegt", "Créé", "Creado", "Criado", "作成日"],
    updated: ["Updated", "Aktualisiert", "Mis-à-jour", "Actualizado", "Alterado", "更新日"],
    resolved: ["Closed", "Geschlossen am", "Geschlossen", "Fermé", "Cerrada", "Fechado", "終了日"],
    estimate: ["Story points", "Points"],
    labels: ["Tags", "Category", "Kategorie", "Catégorie", "Categoría", "Categoria", "カテゴリ"],
    sprint: [
      "Sprint",
      "Target version",
      "Zielversion",
      "Version cible",
      "Versión prevista",
      "Versão",
      "対象バージョン",
    ],
    description: ["Description", "Beschreibung", "Descripción", "Descrição", "説明"],
    parentKey: [
      "Parent task",
      "Übergeordnetes Ticket",
      "Tâche parente",
      "Tarea padre",
      "Tarefa pai",
      "親チケット",
    ],
  },
  needs: ["key", "title", "status", "type"],
  keys: { form: /^\d+$/, name: "issue's number", like: "123" },
  order: null,
  markup: "wiki",
  derive: (row, facts) => {
    // Newer versions write the parent's tracker and subject behind its number.
    const parent = /\d+/.exec(row.first("parentKey"));
    facts.parent = parent === null ? null : parent[0];
  },
});
