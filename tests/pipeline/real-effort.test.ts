import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jiraCsv, workspace } from "./workspace.ts";

const exports = resolve(import.meta.dirname, "../../../shared/exports");
const there = existsSync(exports);
if (!there) console.warn("../shared/exports is not there: effort per sprint of real files is not tested");

/** Five people of six hours: ten working days of two weeks are 300 person-hours. */
const CAPACITY = 300;

type Case = {
  file: string;
  zone: string;
  /** What `effort.match` says. */
  match: string;
  /** The Monday on which the first of the two-week sprints begins. */
  first: string;
  /** Person-hours of one sprint after the other, counted by hand from the file. */
  hours: (number | null)[];
};

const TEXT = "text: [";
const cases: Record<string, Case> = {
  // Three single events before the rule's Thursdays and Fridays: 4.5 + 2 × 1.5, then 4 × 1.5.
  office: {
    file: "ics/Office-2012-owa.ics",
    zone: "America/New_York",
    match: `${TEXT}TEST]`,
    first: "2020-10-26",
    hours: [7.5, 6],
  },
  // Ten minutes every working day from the 3rd of September on, less the 15th of October: 7, 10, 10 and 9 days.
  broken: {
    file: "ics/badRRULE.ics",
    zone: "America/Denver",
    match: `${TEXT}Academic Time, Brain Break, Invalid]`,
    first: "2020-08-31",
    hours: [70 / 60, 100 / 60, 100 / 60, 90 / 60],
  },
  // An hour a day from Wednesday the 1st of August on, without an end.
  daily: {
    file: "ics/daily_recur.ics",
    zone: "America/Los_Angeles",
    match: `${TEXT}every day]`,
    first: "2012-07-30",
    hours: [12, 14, 14],
  },
  // A day of 24 hours on the second Saturday, once.
  duration: {
    file: "ics/duration_instead_of_dtend.ics",
    zone: "America/Los_Angeles",
    match: `${TEXT}really long]`,
    first: "2012-06-18",
    hours: [24, 0],
  },
  // Whole days only: nobody's hours, so nothing is logged at all.
  whole: {
    file: "ics/exchange_whole_day_moved_recurrence.ics",
    zone: "Europe/Berlin",
    match: `${TEXT}exchange]`,
    first: "2026-02-16",
    hours: [null, null],
  },
  // Thursday to Sunday, one of them changed in words only.
  kyiv: {
    file: "ics/google-calendar-kiev-tz.ics",
    zone: "Europe/Kyiv",
    match: `${TEXT}repeated, bla bla]`,
    first: "2016-08-15",
    hours: [4, 0],
  },
  // Half an hour on 12 days from Monday to Saturday, and on 8 of Tuesday, Thursday, Friday and Sunday: 6 + 4, then less
  // three exceptions; two sprints later less the 13th of August; then less the 3rd and with half an hour on the 10th of
  // September; then with an hour on the 15th; the 25th of August is an exception as well.
  windows: {
    file: "ics/ms_timezones.ics",
    zone: "Europe/Berlin",
    match: `${TEXT}test, summary, Jira time]`,
    first: "2020-07-06",
    hours: [10, 8.5, 9.5, 9.5, 10, 11],
  },
  // Mondays of one rule and Sundays of the other, half an hour each, up to the 29th of July.
  rules: {
    file: "ics/multiple_rrules.ics",
    zone: "America/Los_Angeles",
    match: `${TEXT}sahaja]`,
    first: "2012-07-02",
    hours: [2, 2, 0],
  },
  // No words to match, no end and no duration.
  nameless: {
    file: "ics/rdate_exdate.ics",
    zone: "UTC",
    match: `${TEXT}refinement]`,
    first: "2024-06-03",
    hours: [null],
  },
  // 2 October; none; 6 November (2 hours) and the 10th; none; 30 November; none; 1 January.
  instances: {
    file: "ics/recur_instances.ics",
    zone: "America/Los_Angeles",
    match: `${TEXT}crazy]`,
    first: "2012-10-01",
    hours: [0.5, 0, 3.5, 0, 1.5, 0, 1.5],
  },
  // 2 October; none; the 5th, 6th and 10th of November; none; 4 December; the rule has ended.
  finite: {
    file: "ics/recur_instances_finite.ics",
    zone: "America/Los_Angeles",
    match: `${TEXT}crazy]`,
    first: "2012-10-01",
    hours: [1.5, 0, 4.5, 0, 1.5, 0, 0],
  },
  // 50 minutes without a status, an hour tentative and one confirmed; the cancelled one does not count.
  tentative: {
    file: "ics/tentative-apple-calendar.ics",
    zone: "America/Vancouver",
    match: `${TEXT}tentative, no status, confirmed, cancelled]`,
    first: "2022-07-04",
    hours: [50 / 60 + 2],
  },
  // 215, 220 and 210 minutes of one project on three days.
  toggl: {
    file: "toggl/detailed.csv",
    zone: "Europe/Berlin",
    match: "project: [INF-VERT6]",
    first: "2022-06-06",
    hours: [645 / 60, 0],
  },
};

const listOf = ({ first, hours }: Case): string =>
  hours
    .map((_, index) => {
      const start = Temporal.PlainDate.from(first).add({ weeks: 2 * index });
      return `  - { name: Sprint ${index + 1}, start: ${start}, end: ${start.add({ days: 13 })} }`;
    })
    .join("\n");

describe.skipIf(!there)("person-hours per sprint of real calendars and time sheets", () => {
  const space = workspace();
  let output = "";

  beforeAll(async () => {
    for (const [name, one] of Object.entries(cases)) {
      space.write(
        `teams/${name}/team.yaml`,
        `name: ${name}
timezone: ${one.zone}
source: { exports: { format: auto } }
sprints:
${listOf(one)}
ready: { estimate: true }
effort: { match: { ${one.match} } }
capacity: { people: 5, hoursPerDay: 6 }
`,
      );
      // An item older than all of these sprints: those that ended before the first item are not counted.
      const old = jiraCsv([{ key: "SHOP-1", rank: "a", points: "3" }]).replaceAll("02/Jan/26", "02/Jan/10");
      space.write(`teams/${name}/exports/2026-05-04.csv`, old);
      space.write(
        `teams/${name}/refinement/${one.file.split("/")[1]}`,
        readFileSync(resolve(exports, one.file)),
      );
    }
    const args = ["--as-of", "2026-06-01T12:00:00Z"];
    expect(await space.run("collect", { args })).toMatchObject({ code: 0 });
    const reported = await space.run("report", { args });
    expect(reported).toMatchObject({ code: 0 });
    output = reported.output;
  }, 120_000);
  afterAll(() => space.remove());

  test.each(Object.entries(cases))("%s", (name, { hours }) => {
    const { series, state } = space.report(name).metrics["refinement-effort"]!;
    const points = series as unknown as { hours: number | null; capacity: number; value: number | null }[];
    expect(points).toHaveLength(hours.length);
    for (const [index, expected] of hours.entries()) {
      const point = points[index]!;
      expect(point.capacity).toBe(CAPACITY);
      if (expected === null) expect([point.hours, point.value]).toEqual([null, null]);
      else {
        expect(point.hours).toBeCloseTo(expected, 9);
        expect(point.value).toBeCloseTo((expected / CAPACITY) * 100, 9);
      }
    }
    expect(state).toBe(hours.every((one) => one === null) ? "insufficient-data" : "ok");
  });

  test("the broken rule file is named with its lines, and stops nothing", () => {
    const where = (name: string) => space.report(name).quality.flatMap((finding) => finding.where);
    expect(where("broken").filter((place) => place.includes("badRRULE"))).toHaveLength(2);
    expect(output).toContain("badRRULE.ics:50");
  });
});
