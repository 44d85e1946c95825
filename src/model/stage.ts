import { remember } from "../lib/remember.ts";
import { fold } from "../lib/text.ts";
import type { Facts } from "./facts.ts";

/** Container and sub-task types, which are no backlog items: metrics.md §1, "item". */
const IGNORED_TYPES = [
  "epic",
  "initiative",
  "theme",
  "épopée",
  "epopeya",
  "sub-task",
  "subtask",
  "subtarea",
  "sous-tâche",
  "unteraufgabe",
  "podzadanie",
  "subtarefa",
  "sub-tarefa",
  "sottotask",
  "subtaak",
];

/** Closed for good without being done: metrics.md §1, default of `dropped`, with translations. */
const DROPPED = [
  "not planned",
  "won't do",
  "wont do",
  "won't fix",
  "wont fix",
  "duplicate",
  "cancelled",
  "canceled",
  "declined",
  "rejected",
  "withdrawn",
  "obsolete",
  "duplicado",
  "duplicada",
  "cancelado",
  "cancelada",
  "rechazado",
  "rechazada",
  "no se hará",
  "no se corregirá",
  "obsoleto",
  "doublon",
  "annulé",
  "annulée",
  "rejeté",
  "rejetée",
  "abandonné",
  "ne sera pas fait",
  "ne sera pas corrigé",
  "obsolète",
  "duplikat",
  "abgebrochen",
  "abgelehnt",
  "verworfen",
  "nicht geplant",
  "wird nicht gemacht",
  "wird nicht behoben",
  "zurückgezogen",
  "anulowane",
  "odrzucone",
  "nie zostanie zrobione",
  "rejeitado",
  "não será feito",
  "não será corrigido",
  "descartado",
];

/** Status names that mean closed where neither a category nor a mapping says so. */
const DONE_NAMES = [
  "done",
  "closed",
  "resolved",
  "finished",
  "completed",
  "complete",
  "released",
  "finalizada",
  "finalizado",
  "hecho",
  "listo",
  "cerrada",
  "cerrado",
  "resuelta",
  "resuelto",
  "terminé",
  "terminée",
  "fermé",
  "fermée",
  "résolu",
  "résolue",
  "fait",
  "fertig",
  "erledigt",
  "geschlossen",
  "abgeschlossen",
  "gelöst",
  "gotowe",
  "zamknięte",
  "rozwiązane",
  "zakończone",
  "concluído",
  "concluída",
  "fechado",
  "fechada",
  "resolvido",
  "feito",
];

/** The team's words; empty lists leave it to the tracker's categories. */
export type StageRules = {
  started: readonly string[];
  finished: readonly string[];
  dropped: readonly string[];
  /** `null`: the default list. */
  ignoreTypes: readonly string[] | null;
  /** Statuses that the ready rule names: never "started". */
  readyStatuses: readonly string[];
};

export type Standing =
  | { kind: "ignored" }
  | { kind: "open"; started: boolean }
  | { kind: "finished" | "dropped" };

const IGNORED: Standing = { kind: "ignored" };
const FINISHED: Standing = { kind: "finished" };
const DROPPED_ITEM: Standing = { kind: "dropped" };
const WAITING: Standing = { kind: "open", started: false };
const STARTED: Standing = { kind: "open", started: true };

/** How an item stands by its facts alone: metrics.md §1, "closed, finished, dropped" and "started". */
export const standingBy = (rules: StageRules): ((facts: Facts) => Standing) => {
  const set = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(fold));
  const folded = remember(fold);
  const [started, finished, ready] = [set(rules.started), set(rules.finished), set(rules.readyStatuses)];
  const dropped = set([...DROPPED, ...rules.dropped]);
  const ignored = set(rules.ignoreTypes ?? IGNORED_TYPES);
  const done = set(DONE_NAMES);

  const isClosed = (facts: Facts, status: string): boolean => {
    if (finished.has(status)) return true;
    if (started.has(status)) return false;
    if (facts.category !== null) return facts.category === "done";
    return done.has(status) || facts.resolution !== null || facts.resolvedAt !== null;
  };

  return (facts) => {
    if (facts.subtask && rules.ignoreTypes === null) return IGNORED;
    if (facts.type !== null && ignored.has(folded(facts.type))) return IGNORED;
    const status = folded(facts.status ?? "");
    if (isClosed(facts, status)) {
      const isDropped =
        dropped.has(status) || (facts.resolution !== null && dropped.has(folded(facts.resolution)));
      return isDropped ? DROPPED_ITEM : FINISHED;
    }
    const isStarted = !ready.has(status) && (started.has(status) || facts.category === "doing");
    return isStarted ? STARTED : WAITING;
  };
};
