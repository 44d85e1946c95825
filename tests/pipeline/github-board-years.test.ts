import { expect, test } from "vitest";
import { serveGitHub } from "../support/github/serve.ts";
import { script } from "../support/github/world.ts";
import { tellBoardStory } from "./github-two-years/board-story.ts";
import { dayAfter, midnight } from "./github-two-years/calendar.ts";
import { compare } from "./github-two-years/compare.ts";
import type { World } from "./github-two-years/rule.ts";
import { githubWorkspace } from "./github-workspace.ts";

const DAY = 86_400_000;
const FIRST = "2025-03-03";
const ZONE = "Europe/Berlin";
const SPRINTS = 17;

const YAML = `name: Shop
timezone: ${ZONE}
source: { github: { repository: acme/shop, project: { owner: acme, number: 4 } } }
sprints: { from: iterations }
unit: points
ready: { status: [Ready], estimate: true }
`;

const sprints = Array.from({ length: SPRINTS }, (_, index) => ({
  title: `Sprint ${index + 1}`,
  startDate: dayAfter(FIRST, 14 * index),
  duration: 14,
})).map((iteration) => ({
  iteration,
  title: iteration.title,
  start: midnight(iteration.startDate, ZONE),
  end: midnight(dayAfter(iteration.startDate, 14), ZONE),
}));

/** The first reading in the middle of the sixth sprint, and one every week since. */
const READINGS = Array.from(
  { length: 22 },
  (_, week) => sprints[5]!.start + 5 * DAY + 3_000 + week * 7 * DAY,
);

test.each([0.31, 0.45])(
  "a year on a board, read every week since its sixth sprint (seed %d)",
  async (seed) => {
    const { actions, ledger, asOf } = tellBoardStory({ seed, sprints, readings: READINGS });
    const board = {
      number: 4,
      fields: [
        { name: "Status", options: ["Backlog", "Ready"] },
        { name: "Points" },
        { name: "Sprint", iterations: sprints.map(({ iteration }) => iteration) },
      ],
    };
    const whole = script({ createdAt: "2025-01-01", board }, actions);
    const world: World = {
      ledger,
      sprints,
      rule: ["labels", "estimate"],
      asOf: Date.parse(asOf),
      unit: "points",
    };
    await using fake = await serveGitHub(whole.until(asOf));
    const workspace = githubWorkspace(fake, YAML);
    for (const t of READINGS) {
      fake.show(whole.until(new Date(t).toISOString()));
      expect(await workspace.collect()).toMatchObject({ ok: true });
    }
    const report = await workspace.report(asOf);
    // A board has no past: what needs to know where items stood is a gap until it was read.
    const begun = (metric: string) =>
      report.metrics[metric]!.series.map(({ at, basis }) => [Date.parse(at) < READINGS[0]!, basis] as const);
    for (const metric of ["ready-depth", "order-churn", "backlog-flow", "unready-pulls"]) {
      const before = begun(metric).filter(([isBefore]) => isBefore);
      expect(before.length, metric).toBeGreaterThan(3);
      for (const [, basis] of before) expect(basis, metric).toBe("gap");
    }
    const after = report.metrics["ready-depth"].series.filter(({ at }) => Date.parse(at) > READINGS[0]!);
    expect(new Set(after.map(({ basis }) => basis))).toEqual(new Set(["observed"]));
    compare(report, world, READINGS[0]!);
    workspace.remove();
  },
);
