import { transitionsBySprint } from "../../src/metrics/parts/transitions.ts";
import type { Facts } from "../../src/model/facts.ts";
import { backlogOf, facts, seen, type TeamInput } from "./team-builder.ts";

/** One day of a story: the items that an export of its noon (or of an instant) shows. */
export type Day = readonly [on: string, items: Readonly<Record<string, Facts>>];

/** So many items that never change: an export that loses one of its items is then no shrunken one. */
const CROWD: Record<string, Facts> = Object.fromEntries(
  Array.from({ length: 20 }, (_, index) => [`CROWD-${index}`, facts()]),
);

/** Exports of a story, the last of them as of now. */
export const story = (...days: readonly Day[]): TeamInput & { observations: TeamInput["observations"] } => {
  const instants = days.map(([on]) => (on.includes("T") ? on : `${on}T12:00:00Z`));
  return {
    observations: days.map(([, items], index) => seen(instants[index]!, { items: { ...CROWD, ...items } })),
    asOf: instants.at(-1)!,
  };
};

/** What moved, as `sprint-2 A became ready`, without the crowd. */
export const moves = (input: TeamInput): string[] => {
  const backlog = backlogOf(input);
  return transitionsBySprint(backlog).flatMap((transitions, index) =>
    transitions
      .filter(({ id, flows }) => !id.startsWith("CROWD") && flows.length > 0)
      .toSorted((a, b) => a.at - b.at)
      .map(({ id, flows }) => `${backlog.sprints[index]!.id} ${id} ${flows.join(" ")}`),
  );
};

/** An item in the Sprint Backlog by being in progress. */
export const started = (overrides: Partial<Facts> = {}): Facts =>
  facts({ status: "In Progress", category: "doing", ...overrides });
