import { expect, test } from "vitest";
import type { Report } from "../../src/report/schema.ts";
import { compare } from "./github-two-years/compare.ts";
import type { World } from "./github-two-years/rule.ts";
import { serveStory, type Variant, yamlOf } from "./github-two-years/serve-story.ts";
import { githubWorkspace } from "./github-workspace.ts";

const DAY = 86_400_000;
const FULL = ["labels", "estimate", "acceptanceCriteria", "notBlocked"] as const;

const VARIANTS: readonly Variant[] = [
  {
    name: "with a cadence, in Berlin, read once",
    seed: 0.11,
    zone: "Europe/Berlin",
    rule: FULL,
    lengths: [14],
    from: "cadence",
  },
  {
    name: "with milestones of many lengths that are renamed in the end, in Chatham, read once",
    seed: 0.57,
    zone: "Pacific/Chatham",
    rule: ["labels", "acceptanceCriteria"],
    lengths: [14, 10, 18, 14],
    from: "milestones",
    renamed: true,
  },
  {
    name: "with a cadence, in Chatham, read every few weeks",
    seed: 0.23,
    zone: "Pacific/Chatham",
    rule: FULL,
    lengths: [14],
    from: "cadence",
    every: 37,
  },
  {
    name: "with milestones, in Berlin, read every few days and renamed in the end",
    seed: 0.81,
    zone: "Europe/Berlin",
    rule: ["labels", "estimate"],
    lengths: [14, 7, 14],
    from: "milestones",
    renamed: true,
    every: 20,
  },
];

/** Instants of the readings: every so many days, and at as-of. */
const readingsOf = ({ every }: Variant, { sprints, asOf }: World): number[] => {
  const instants: number[] = [];
  for (let t = sprints[2]!.start + DAY / 3; every && t < asOf; t += every * DAY) instants.push(t);
  return [...instants, asOf];
};

/** metrics.md §1: observed when the last look is at most one sprint old, that sprint being the last that ended. */
const basisAt = (t: number, readings: readonly number[], sprints: World["sprints"]): string => {
  const last = readings.findLast((one) => one <= t) ?? Number.NEGATIVE_INFINITY;
  const sprint =
    sprints.findLast(({ end }) => end <= t) ?? sprints.find(({ start, end }) => start <= t && t < end)!;
  return t - last <= sprint.end - sprint.start ? "observed" : "rebuilt";
};

const basesOf = (report: Report, metric: string): (string | null)[] =>
  report.metrics[metric]!.series.map(({ value, basis }) => (value === null ? null : basis));

test.each(VARIANTS)("two years known by construction: $name", async (variant) => {
  const { fake, whole, world, asOf } = await serveStory(variant);
  const workspace = githubWorkspace(fake, yamlOf(variant));
  const readings = readingsOf(variant, world);
  for (const t of readings) {
    fake.show(whole.until(new Date(t).toISOString()));
    expect(await workspace.collect()).toMatchObject({ ok: true });
  }
  const report = await workspace.report(asOf);
  compare(report, world);
  const { series } = report.metrics["ready-depth"];
  expect(series.filter(({ value }) => value !== null).length).toBeGreaterThan(40);
  expect(basesOf(report, "ready-depth")).toEqual(
    series.map(({ value, at }) => (value === null ? null : basisAt(Date.parse(at), readings, world.sprints))),
  );
  expect(basesOf(report, "backlog-flow")).toEqual(
    report.sprints.map(({ end }) => basisAt(Math.min(Date.parse(end), world.asOf), readings, world.sprints)),
  );
  workspace.remove();
  await fake.close();
});
