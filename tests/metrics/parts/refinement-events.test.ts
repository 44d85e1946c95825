import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deedsBySprint, withoutActivity } from "../../../src/metrics/parts/refinement-events.ts";
import { BOT, EVENT_KINDS, GHOST } from "../../../src/model/change.ts";
import { NO_FACTS } from "../../../src/model/facts.ts";
import {
  closed,
  did,
  dropped,
  type Happening,
  measuredEvents,
  planned,
  reopened,
  tracked,
  trackedBacklog,
} from "../../support/event-builder.ts";
import { backlogOf, facts, pointOf, seen } from "../../support/team-builder.ts";

describe("refinement and delivery events, by brute force", () => {
  const SECOND = 1_000;
  const START = Date.parse("2026-01-01T00:00:00Z");
  const iso = (second: number): string => new Date(START + second * SECOND).toISOString();
  const WEEKS = 6 * 7 * 86_400;
  const happening = fc.record({
    kind: fc.constantFrom(...EVENT_KINDS.filter((kind) => kind !== "created")),
    // Few seconds, so that several things happen in one.
    second: fc.integer({ min: 0, max: 40 }).map((tick) => tick * Math.floor(WEEKS / 40)),
    by: fc.constantFrom("ann", "bob", BOT, GHOST, null),
    to: fc.constantFrom("Sprint 1", "Sprint 2", "Sprint 3", null, "Other"),
    drops: fc.boolean(),
    doing: fc.boolean(),
  });
  type Random = { created: number; by: string | null; events: Happening[] };
  const item: fc.Arbitrary<Random> = fc
    .record({
      created: fc.integer({ min: 0, max: 10 }).map((tick) => tick * Math.floor(WEEKS / 40)),
      by: fc.constantFrom("ann", BOT),
      events: fc.array(happening, { maxLength: 12 }),
    })
    .map(({ created, by, events }) => ({
      created,
      by,
      events: events
        .filter(({ second }) => second >= created)
        .toSorted((a, b) => a.second - b.second)
        .map((event): Happening => {
          const at = iso(event.second).replace(".000Z", "Z");
          if (event.kind === "closed") return event.drops ? dropped(at, event.by) : closed(at, event.by);
          if (event.kind === "reopened") return reopened(at, event.by);
          if (event.kind === "sprint") return planned(at, event.to, event.by);
          if (event.kind === "status")
            return did("status", at, { by: event.by, set: { category: event.doing ? "doing" : "todo" } });
          return did(event.kind, at, { by: event.by });
        }),
    }));

  /** The definition once more: facts before and after each second by folding everything up to it. */
  const naive = (
    items: readonly Random[],
    sprint: { start: number; end: number; names: Map<string, [number, number]> },
  ) => {
    const stand = (one: Random, upTo: (at: number) => boolean, t: number): string => {
      if (!upTo(START + one.created * SECOND)) return "none";
      let now = { ...NO_FACTS, ...facts() };
      for (const event of one.events) if (upTo(Date.parse(event.at))) now = { ...now, ...event.set };
      if (now.category === "done") return now.resolution === "Done" ? "finished" : "dropped";
      const [start, end] = sprint.names.get(now.sprint ?? "") ?? [0, 0];
      return now.category === "doing" || (start <= t && t < end) ? "in sprint" : "in backlog";
    };
    const counted = new Set<string>();
    let [refinement, delivery] = [0, 0];
    for (const [index, one] of items.entries()) {
      const created: Happening = { kind: "created", at: iso(one.created), by: one.by };
      for (const event of [created, ...one.events]) {
        const at = Date.parse(event.at);
        const key = `${index} ${at} ${event.kind} ${event.by}`;
        if (
          at < sprint.start ||
          at >= sprint.end ||
          event.by === null ||
          event.by === BOT ||
          counted.has(key)
        )
          continue;
        const before = stand(one, (t) => t < at, at - SECOND / 2);
        const after = stand(one, (t) => t <= at, at);
        // All events of the second are applied: the last assignment of it counts.
        const assigned = one.events.findLast(
          (other) => other.set?.sprint !== undefined && Date.parse(other.at) <= at,
        )?.set?.sprint;
        const assigns = event.kind === "sprint" && sprint.names.has(assigned ?? "");
        const refines = ["title", "description", "estimate", "type", "labels", "order", "split", "comment"];
        if (event.kind === "created") delivery += 1;
        else if (before === "none") delivery += assigns ? 1 : 0;
        else if (before === "in sprint") delivery += 1;
        else if (before !== "in backlog") continue;
        else if (refines.includes(event.kind)) refinement += 1;
        else if (event.kind === "closed" && after === "dropped") refinement += 1;
        else if (assigns) delivery += 1;
        else continue;
        counted.add(key);
      }
    }
    return [refinement, delivery];
  };

  test("says the same as the definition, written down once more", () => {
    const DAYS = 86_400_000;
    const monday = Date.parse("2026-01-05T00:00:00Z");
    const names = new Map(
      [1, 2, 3, 4].map(
        (n) => [`Sprint ${n}`, [monday + (n - 1) * 14 * DAYS, monday + n * 14 * DAYS]] as const,
      ),
    ) as Map<string, [number, number]>;
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        const given = Object.fromEntries(
          items.map(({ created, by, events }, index) => [
            `#${index}`,
            { created: iso(created).replace(".000Z", "Z"), by, events },
          ]),
        );
        const result = measuredEvents("refinement-activity", { items: given, reads: ["2026-02-20"] });
        for (const name of ["Sprint 1", "Sprint 2", "Sprint 3"]) {
          const [start, end] = names.get(name)!;
          const { more } = pointOf(result, name.toLowerCase().replace(" ", "-"));
          if (more.refinement === null) continue;
          expect([more.refinement, more.delivery], name).toEqual(naive(items, { start, end, names }));
        }
      }),
    );
  });
});

describe("what a person did", () => {
  const deeds = (...events: Happening[]) =>
    deedsBySprint(trackedBacklog({ items: { A: tracked("2025-12-10", ...events) }, reads: ["2026-01-16"] }))
      .flat()
      .map(({ at, by, sort }) => `${new Date(at).toISOString().slice(8, 10)} ${by} ${sort}`);

  test("is refinement in the Product Backlog and delivery in the Sprint Backlog", () => {
    expect(
      deeds(
        did("comment", "2026-01-06"),
        planned("2026-01-07", "Sprint 1"),
        did("comment", "2026-01-08", { by: "bob" }),
        closed("2026-01-09"),
        reopened("2026-01-10"),
      ),
    ).toEqual(["06 ann refinement", "07 ann delivery", "08 bob delivery", "09 ann delivery"]);
  });

  test("is an assignment only when it assigns, not when it changes what is planned for a later sprint", () => {
    expect(
      deeds(
        planned("2026-01-06", "Sprint 3"),
        did("assignee", "2026-01-07"),
        did("status", "2026-01-08", { set: { status: "Ready" } }),
        planned("2026-01-09", null),
      ),
    ).toEqual(["06 ann delivery"]);
  });

  test("is one event in one second, whatever its fractions", () => {
    const at = (fraction: string) => did("labels", `2026-01-08T12:00:0${fraction}Z`);
    expect(deeds(at("0.200"), at("0.700"), at("1.100"))).toEqual(["08 ann refinement", "08 ann refinement"]);
  });

  test("to a container is nothing, from its creation on", () => {
    const epic = {
      created: "2026-01-06T12:00:00Z",
      facts: { type: "Epic" },
      events: [planned("2026-01-06T12:00:00Z", "Sprint 1"), did("comment", "2026-01-08")],
    };
    const backlog = trackedBacklog({ items: { A: tracked("2025-12-10"), epic }, reads: ["2026-01-16"] });
    expect(deedsBySprint(backlog)).toEqual([[]]);
  });
});

test("nobody tells who did what before anything is known, or where the source never does", () => {
  expect(withoutActivity(backlogOf({ observations: [], asOf: "2026-01-16T12:00:00Z" }))).toEqual({
    state: "insufficient-data",
    reason: "no observation of the backlog yet",
  });
  const observations = [seen("2026-01-16T12:00:00Z", { items: { A: facts() } })];
  expect(withoutActivity(backlogOf({ observations, asOf: "2026-01-16T12:00:00Z" }))).toEqual({
    state: "not-applicable",
    reason: "the source does not tell who changed what and when (field: activity)",
  });
  const told = trackedBacklog({ items: { A: tracked("2025-12-10") }, reads: ["2026-01-16"] });
  expect(withoutActivity(told)).toBeNull();
});
