import {
  closed,
  did,
  dropped,
  estimated,
  planned,
  reopened,
  type TrackedInput,
  tracked,
} from "./event-builder.ts";
import { teamConfig } from "./team-builder.ts";

const made = (at: string, by: string | null = "ann") => did("status", at, { by, set: { status: "Ready" } });

/** A tracker that tells its past, read once in Sprint 3: an item for each way through the backlog. */
export const richEvents = (): TrackedInput => ({
  team: teamConfig({ unit: "items", velocity: { sprints: 3 } }),
  items: {
    A: tracked(
      "2025-12-10",
      did("comment", "2026-01-06"),
      estimated("2026-01-07", 3),
      made("2026-01-08"),
      planned("2026-01-19", "Sprint 2"),
      closed("2026-01-28"),
    ),
    B: tracked(
      "2025-12-12",
      did("title", "2026-01-08", { by: "bob" }),
      did("assignee", "2026-01-09"),
      made("2026-01-20", "bob"),
    ),
    C: tracked("2026-01-03", planned("2026-01-10", "Sprint 1"), did("comment", "2026-01-12")),
    D: tracked("2026-01-21", dropped("2026-01-22", "bob")),
    E: {
      created: "2026-01-21T09:00:00Z",
      facts: { parent: "B" },
      events: [did("labels", "2026-01-21T09:00:00Z"), estimated("2026-01-23", 5), estimated("2026-01-24", 8)],
    },
    F: tracked("2026-01-05T00:00:00Z", closed("2026-01-12"), reopened("2026-01-20"), closed("2026-01-30")),
    G: tracked("2025-12-01", made("2025-12-02"), planned("2026-01-05T00:00:00Z", "Sprint 1")),
    H: tracked(
      "2025-12-01",
      made("2025-12-20"),
      did("status", "2026-01-21", { set: { status: "Backlog" } }),
      made("2026-01-31"),
    ),
    I: tracked("2026-02-03", planned("2026-02-03", "Sprint 3"), did("comment", "2026-02-04", { by: "bot" })),
  },
  reads: ["2026-02-05"],
  order: ["H", "B", "E", "C"],
});
