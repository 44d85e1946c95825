import { describe, expect, test } from "vitest";
import { depthBasis } from "../../../src/metrics/parts/depth.ts";
import { sizingOf } from "../../../src/metrics/parts/sizing.ts";
import { FIELDS } from "../../../src/model/facts.ts";
import { backlogOf, ready, seen } from "../../support/team-builder.ts";
import { toldBacklog } from "../../support/told-story.ts";

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

describe("depth of a time before the first look", () => {
  const basis = (unit: "points" | "items", tellsEstimates: boolean) => {
    const backlog = toldBacklog(
      { A: [["2026-01-01T00:00:00Z", { status: "Ready" }]] },
      {
        readAt: "2026-02-10T12:00:00Z",
        fields: FIELDS.filter((field) => tellsEstimates || field !== "estimate"),
      },
    );
    return depthBasis(backlog, sizingOf(backlog, { sprints: 5, unit }), at("2026-01-12"));
  };

  test("rests on estimates that events tell, where it is counted in points", () => {
    expect([basis("points", true), basis("points", false)]).toEqual(["rebuilt", "gap"]);
  });

  test("needs none where it is counted in items", () => {
    expect([basis("items", true), basis("items", false)]).toEqual(["rebuilt", "rebuilt"]);
  });
});

test("a look without estimates still says what is ready", () => {
  const observations = [seen("2026-01-20T12:00:00Z", { items: { A: ready(3) }, without: ["estimate"] })];
  const backlog = backlogOf({ observations, asOf: "2026-01-20T12:00:00Z" });
  expect(depthBasis(backlog, sizingOf(backlog, { sprints: 5, unit: "points" }), at("2026-01-20"))).toBe(
    "observed",
  );
});
