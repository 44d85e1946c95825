import { fold } from "../../src/lib/text.ts";
import type { Kind } from "./withheld.ts";

/** Headings, whole, that hold what is withheld: as trackers and time trackers name them, in the languages they export in. */
const WHOLE: Readonly<Record<Kind, readonly string[]>> = {
  title: [
    ...["summary", "title", "name", "card name", "task name", "issue title", "work item title", "subject"],
    ...[
      "zusammenfassung",
      "titel",
      "resumen",
      "título",
      "résumé",
      "titre",
      "podsumowanie",
      "tytuł",
      "resumo",
    ],
    ...["parent summary", "übergeordnet zusammenfassung", "epic name", "epic title"],
  ],
  person: [
    ...[
      "assignee",
      "assignees",
      "assigned to",
      "assignee email",
      "assignee name",
      "owner",
      "owners",
      "members",
    ],
    ...["reporter", "creator", "author", "author username", "assignee username", "created by", "changed by"],
    ...[
      "requester",
      "requested by",
      "opened by",
      "closed by",
      "completed by",
      "updated by",
      "watchers",
      "user",
    ],
    ...["users", "email", "e-mail", "user email", "first name", "last name", "member", "employee", "worker"],
    ...["username", "full name", "subscribers", "participants", "attendees", "followers", "project lead"],
    ...["responsable", "persona asignada", "informador", "creador", "observadores", "bearbeiter", "autor"],
    ...["zugewiesene person", "ersteller", "beobachter", "responsável", "relator", "rapporteur", "créateur"],
    ...["observateurs", "osoba przypisana", "osoba zgłaszająca", "twórca", "obserwatorzy", "criador"],
  ],
  description: [
    ...["description", "body", "comment", "comments", "notes", "note", "acceptance criteria", "environment"],
    ...["descripción", "beschreibung", "descrição", "opis", "kommentar", "commentaire", "comentario"],
    ...[
      "comentário",
      "komentarz",
      "umgebung",
      "entorno",
      "repro steps",
      "checklist",
      "checklists",
      "card description",
    ],
  ],
  label: ["labels", "label", "tags", "tag", "etiquetas", "étiquettes", "stichwörter", "etykiety"],
  branch: ["branch", "branches", "development", "git branch", "branch name", "pull requests", "commit"],
};

const KIND_OF = new Map<string, Kind>(
  Object.entries(WHOLE).flatMap(([kind, names]) => names.map((name) => [fold(name), kind as Kind] as const)),
);

/** `Custom field (Acceptance Criteria)` and its translations: what counts stands in the parentheses. */
const IN_PARENTHESES = /^[^()]+ \(([^()]+)\)$/;

/** What a column holds that is withheld; `null` where it is published, or is nothing to keep back. */
export const kindOfHeading = (heading: string): Kind | null => {
  const folded = fold(heading).replaceAll(/[_-]+/g, " ");
  return KIND_OF.get(folded) ?? KIND_OF.get(IN_PARENTHESES.exec(folded)?.[1] ?? "") ?? null;
};
