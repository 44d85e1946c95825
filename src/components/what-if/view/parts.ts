import type { Tree } from "../tree.ts";
import { agendaView } from "./agenda.ts";
import { depthView } from "./depth.ts";
import { factsView } from "./facts.ts";
import { shelvesView } from "./shelves.ts";
import type { Scene } from "./words.ts";

/** The parts of the page that a setting changes, by the name of the place where each is drawn. */
export const PARTS: Record<"depth" | "facts" | "shelves" | "agenda", (scene: Scene) => Tree[]> = {
  depth: depthView,
  facts: factsView,
  shelves: shelvesView,
  agenda: agendaView,
};
