import { describe, expect, test } from "vitest";
import type { Backlog } from "../../../src/history/backlog.ts";
import { finishBasis } from "../../../src/metrics/parts/finish-basis.ts";
import { periodBasis } from "../../../src/metrics/parts/period-basis.ts";
import { backlogOf, finishing, optionsOf, seen, unready } from "../../support/team-builder.ts";

// Sprint 5 runs from 2 to 15 March, Sprint 6 from 16 March on.
const team = (asOf: string, ...looks: string[]) => {
  const items = finishing([10, 10, 10, 10, 10]);
  const given = { observations: looks.map((at) => seen(at, { items })), asOf };
  const backlog = backlogOf(given);
  const { sizing } = optionsOf(backlog, given);
  const sprint = (name: string) => backlog.sprintNamed(name)!;
  return { of: (name: string) => finishBasis(backlog, sizing, sprint(name)) };
};
const BORDER = "2026-03-16T00:00:00Z";

describe("what was finished in a sprint", () => {
  test("is not known at its very end by a look before that, however fresh", () => {
    expect(team(BORDER, "2026-03-10T12:00:00Z").of("Sprint 5")).toBe("gap");
    expect(team(BORDER, BORDER).of("Sprint 5")).toBe("observed");
  });

  test("so far is not known when the last look is more than a sprint old", () => {
    expect(team("2026-03-24T12:00:00Z", "2026-03-10T12:00:00Z").of("Sprint 6")).toBe("observed");
    expect(team("2026-03-24T12:00:01Z", "2026-03-10T12:00:00Z").of("Sprint 6")).toBe("gap");
  });

  test("is rebuilt where a look covers its end that came more than a sprint after the one before", () => {
    expect(team("2026-03-24T12:00:00Z", "2026-03-24T12:00:00Z").of("Sprint 5")).toBe("rebuilt");
  });
});

describe("a sprint that ends when the first item is created", () => {
  const backlog = (createdAt: string): Backlog => {
    const looks = ["2026-01-05T00:00:00Z", "2026-01-20T12:00:00Z"];
    const observations = looks.map((at, index) =>
      seen(at, { items: index === 0 ? {} : { A: unready(1, { createdAt }) } }),
    );
    return backlogOf({ observations, asOf: "2026-01-20T12:00:00Z" });
  };
  const bases = (createdAt: string) => {
    const own = backlog(createdAt);
    const { sizing } = optionsOf(own, { observations: [], asOf: "2026-01-20T12:00:00Z" });
    const [first] = own.sprints;
    return [periodBasis(own, first!, []), finishBasis(own, sizing, first!)];
  };

  test("has neither changes nor finishes, and one that ends a second later has", () => {
    expect(bases("2026-01-19T00:00:00Z")).toEqual(["gap", "gap"]);
    expect(bases("2026-01-18T23:59:59Z")).toEqual(["observed", "observed"]);
  });
});
