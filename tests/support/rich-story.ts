import type { Facts } from "../../src/model/facts.ts";
import { facts, seen, type TeamInput, teamConfig } from "./team-builder.ts";

const DAY = 86_400_000;
const FIRST = Date.parse("2026-01-05T00:00:00Z");
const SPRINTS = 6;
/** Items pulled into a sprint: the first five of them ready, the others not. */
const PULLED = 8;
const ITEMS = 64;
const ESTIMATES = [3, 5, 3, 8, 2, 3, null, 5] as const;

const iso = (t: number): string => new Date(t).toISOString().replace(".000Z", "Z");

/** Item n as an export of an instant shows it; `null` before it is created. */
const itemAt = (n: number, t: number): Facts | null => {
  const created = FIRST + (n - 20) * 1.5 * DAY;
  if (created > t) return null;
  const [sprint, kind] = [Math.floor(n / PULLED), n % PULLED];
  const start = FIRST + sprint * 14 * DAY;
  const isReady = kind < 5 && t >= Math.max(created + 2 * DAY, start - (10 + kind) * DAY);
  // Every seventh item is estimated again in the week before its sprint.
  const again = n % 7 === 0 && t >= start - 8 * DAY ? 1 : 0;
  const estimate = ESTIMATES[kind]!;
  const item = facts({
    status: isReady ? "Ready" : "Backlog",
    estimate: estimate === null ? null : estimate + again,
    createdAt: iso(created),
    parent: n % 13 === 0 && n > 0 ? `R-${n - 1}` : null,
  });
  if (sprint >= SPRINTS || t < start + 6 * 3_600_000) return item;
  const done = start + (3 + kind) * DAY;
  if ([0, 1, 2, 3, 5].includes(kind) && t >= done)
    return { ...item, status: "Done", category: "done", resolution: "Done", resolvedAt: iso(done) };
  if (kind === 7 && t >= done)
    return { ...item, status: "Done", category: "done", resolution: "Won't do", resolvedAt: iso(done) };
  // One of them goes back half way, one is added half way.
  if (kind === 4 && t >= start + 7 * DAY) return item;
  if (kind === 6 && t < start + 7 * DAY) return item;
  return { ...item, sprint: `Sprint ${sprint + 1}` };
};

const exportAt = (t: number, index: number) => {
  const items: Record<string, Facts> = {};
  for (let n = 0; n < ITEMS; n += 1) {
    const item = itemAt(n, t);
    if (item !== null) items[`R-${n}`] = item;
  }
  const ids = Object.keys(items);
  // Each week another of the youngest items is dragged to the top.
  const dragged = ids.at(-1 - ((index * 5) % 9))!;
  return seen(iso(t), { items, order: [dragged, ...ids.filter((id) => id !== dragged)] });
};

/** Weekly exports of a team with six ended sprints and everything that a metric can ask of them. */
export const richStory = (): TeamInput => ({
  team: teamConfig({ capacity: { people: 5, hoursPerDay: 6, daysOff: ["2026-03-20"], perSprint: {} } }),
  observations: Array.from({ length: 13 }, (_, index) =>
    exportAt(FIRST + index * 7 * DAY + (index % 2 === 0 ? 8 : 12) * 3_600_000, index),
  ),
  sessions: [
    { day: "2026-01-14", minutes: 60, people: 5 },
    { day: "2026-02-11", minutes: 90, people: 4 },
    { day: "2026-03-18", minutes: 45, people: 5 },
  ],
  asOf: "2026-03-31T09:00:00Z",
});

/** The same up to the end of its sixth sprint, with a last export at that very instant. */
export const richStoryAtBorder = (): TeamInput => {
  const story = richStory();
  const end = FIRST + SPRINTS * 14 * DAY;
  return { ...story, observations: [...story.observations.slice(0, 12), exportAt(end, 12)], asOf: iso(end) };
};
