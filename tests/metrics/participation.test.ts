import { describe, expect, test } from "vitest";
import { BOT, GHOST } from "../../src/model/change.ts";
import {
  closed,
  did,
  type Happening,
  measuredEvents,
  planned,
  reportOfEvents,
  type TrackedInput,
  type TrackedItem,
  tracked,
} from "../support/event-builder.ts";
import { measured, pointOf, ready, seen } from "../support/team-builder.ts";

const participation = (items: Record<string, TrackedItem>, more: Partial<TrackedInput> = {}) =>
  measuredEvents("participation", { items, reads: ["2026-01-25"], ...more });
const old = (...events: Happening[]) => tracked("2025-12-10", ...events);
const by = (person: string | null, at = "2026-01-07") => did("comment", at, { by: person });

describe("participation", () => {
  test("is how many people refined in the last ended sprint, with the share of the busiest", () => {
    const result = participation({
      A: old(by("ann", "2026-01-06"), by("ann", "2026-01-07"), by("ann", "2026-01-08"), by("bob")),
      B: old(by("ann", "2026-01-20")),
    });
    expect(result).toMatchObject({
      state: "ok",
      value: 2,
      inputs: { sprint: "sprint-1", events: 4, busiest: 75 },
      explain: [
        { title: "Sprint 1", text: "2 people made 4 refinement events, 75 % of them by the busiest." },
      ],
    });
    expect(pointOf(result, "sprint-2")).toMatchObject({ value: 1, running: true, more: { busiest: 100 } });
  });

  test("counts no delivery, no bot and no unknown author, and deleted accounts as one person", () => {
    const items = {
      A: old(planned("2025-12-20", "Sprint 1"), by("ann"), closed("2026-01-08", "bob")),
      B: old(by(BOT), by(null), by(GHOST, "2026-01-06"), by(GHOST, "2026-01-07")),
    };
    expect(pointOf(participation(items), "sprint-1")).toMatchObject({
      value: 1,
      more: { events: 2, busiest: 100 },
    });
  });

  test("is nobody, and not unknown, where everything was told and nothing was refined", () => {
    const result = participation({ A: old() });
    expect(result).toMatchObject({ state: "ok", value: 0, inputs: { events: 0, busiest: null } });
    expect(result.explain[0]!.text).toBe("0 people made 0 refinement events.");
  });

  test("names nobody anywhere in the report", () => {
    const report = reportOfEvents({ items: { A: old(by("person-7")) }, reads: ["2026-01-25"] });
    expect(report.metrics.participation!.value).toBe(1);
    expect(JSON.stringify(report)).not.toContain("person-7");
  });

  test.each([
    ["before a sprint has ended", { reads: ["2026-01-10"] }, "0 of 1 ended sprints"],
    [
      "after the last reading",
      { reads: ["2026-01-10"], asOf: "2026-01-25" },
      "the events of Sprint 1 are not known",
    ],
  ])("lacks data %s", (_, more, reason) => {
    const result = participation({ A: old(by("ann")) }, more);
    expect(result).toMatchObject({ state: "insufficient-data", reason, value: null });
  });

  test("is not applicable where the source does not tell who did what", () => {
    const at = "2026-01-25T12:00:00Z";
    const result = measured("participation", {
      observations: [seen(at, { items: { A: ready(3) } })],
      asOf: at,
    });
    expect(result).toMatchObject({ state: "not-applicable", series: [] });
    expect(result.reason).toContain("(field: activity)");
    expect(measured("participation", { observations: [], asOf: at }).state).toBe("insufficient-data");
  });
});
