import { describe, expect, test } from "vitest";
import { toIso } from "../../src/lib/dates.ts";
import { baselineOf } from "../../src/report/baseline.ts";
import { finishing, MID_SPRINT, reportOf, seen, teamConfig, unready } from "../support/team-builder.ts";

const AS_OF = Date.parse("2026-05-01T12:00:00Z");
const fresh = (on: string, newBaseline = true) => ({ on, text: "x", newBaseline });
const shown = (team: Parameters<typeof teamConfig>[0], asOf = AS_OF) => {
  const baseline = baselineOf(teamConfig(team), asOf);
  const text = (t: number): string => (Number.isFinite(t) ? toIso(t) : "∞");
  return baseline && `${text(baseline.from)} to ${text(baseline.to)}`;
};

describe("the stretch that the limits rest on", () => {
  test("is everything where nobody says otherwise", () => {
    expect(shown({})).toBeNull();
    expect(shown({ annotations: [fresh("2026-03-02", false)] })).toBeNull();
  });

  test("begins with the last annotation that starts a baseline by as-of, in the team's zone", () => {
    const annotations = [fresh("2026-03-02"), fresh("2026-02-02"), fresh("2026-06-01")];
    expect(shown({ annotations })).toBe("2026-03-02T00:00:00Z to ∞");
    expect(shown({ annotations, timezone: "Pacific/Chatham" })).toBe("2026-03-01T10:15:00Z to ∞");
  });

  test("is what is frozen, its last day included, across a change of the clocks", () => {
    const baseline = { from: "2026-01-05", to: "2026-04-05" };
    expect(shown({ baseline, timezone: "Pacific/Chatham" })).toBe(
      "2026-01-04T10:15:00Z to 2026-04-05T11:15:00Z",
    );
  });

  test("is whichever begins later: a new baseline ends a frozen one", () => {
    const baseline = { from: "2026-02-02", to: "2026-03-01" };
    const frozen = "2026-02-02T00:00:00Z to 2026-03-02T00:00:00Z";
    expect(shown({ baseline, annotations: [fresh("2026-01-19")] })).toBe(frozen);
    expect(shown({ baseline, annotations: [fresh("2026-03-16")] })).toBe("2026-03-16T00:00:00Z to ∞");
    expect(shown({ baseline, annotations: [fresh("2026-06-01")] })).toBe(frozen);
    expect(shown({ baseline: { from: "2026-06-01", to: "2026-07-01" } })).toBeNull();
  });
});

describe("limits by a baseline", () => {
  /** Eight ended sprints: six that finish 10 and 11 in turn, then two that finish 30. */
  const sizes = [10, 11, 10, 11, 10, 11, 30, 30];
  const days = [...MID_SPRINT, "2026-03-23", "2026-04-06", "2026-04-20"];
  const items = Object.fromEntries(
    sizes.map((size, index) => {
      const [done] = Object.values(finishing([size]));
      return [`D-${index}`, { ...done!, resolvedAt: `${days[index]}T12:00:00Z` }];
    }),
  );
  const input = (team: Parameters<typeof teamConfig>[0]) => ({
    team: teamConfig(team),
    observations: [seen("2026-05-01T10:00:00Z", { items: { ...items, A: unready(1) } })],
    asOf: "2026-05-01T12:00:00Z",
  });
  const velocity = (team: Parameters<typeof teamConfig>[0]) => reportOf(input(team)).metrics.velocity!;

  test("of the frozen sprints judge those after", () => {
    const { limits, signals } = velocity({ baseline: { from: "2026-01-05", to: "2026-03-29" } });
    expect(limits).toMatchObject({ centre: 10.5, meanRange: 1, upper: 13.16 });
    expect(signals).toEqual([
      { sprint: "sprint-7", rule: "outside" },
      { sprint: "sprint-8", rule: "outside" },
    ]);
  });

  test("of all sprints take in what they should have told", () => {
    // 123 in eight sprints; ranges 1 1 1 1 1 19 0.
    const { limits } = velocity({});
    expect(limits).toMatchObject({ centre: 15.375, meanRange: 24 / 7 });
  });

  test("are none while the frozen stretch has fewer than six points", () => {
    const { limits, signals } = velocity({ baseline: { from: "2026-01-19", to: "2026-03-29" } });
    expect([limits, signals]).toEqual([null, []]);
  });
});
