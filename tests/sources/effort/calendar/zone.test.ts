import { describe, expect, test } from "vitest";
import { knownZone } from "../../../../src/sources/effort/calendar/zone.ts";
import { event, hoursByDay, ics, problemsOf, type RulesInTest, readText } from "../effort-file.ts";

test.each([
  ["Europe/Berlin", "Europe/Berlin"],
  ["W. Europe Standard Time", "Europe/Berlin"],
  ["w. europe  standard time", "Europe/Berlin"],
  ["Eastern Standard Time", "America/New_York"],
  ["(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"],
  ["(GMT+10:00) Canberra, Melbourne, Sydney", "Australia/Sydney"],
  ["(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"],
  ["/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"],
  ["/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["GMT-0500", "-05:00"],
  ["UTC+2", "+02:00"],
])("%s is %s", (name, zone) => {
  expect(knownZone(name)).toBe(zone);
});

test.each(["", "Customized Time Zone", "(UTC+01:00) Nowhere", "Europe/Atlantis", "+99:99"])(
  "%j is no known zone",
  (name) => {
    expect(knownZone(name)).toBeNull();
  },
);

const days = async (text: string, rules: RulesInTest = {}) => hoursByDay(await readText(text, rules));

describe("daylight saving", () => {
  // Berlin's clocks go forward on 29 March 2026; 00:30 there is 23:30 UTC the day before, then 22:30.
  const series = (zone: string, ...more: string[]) =>
    event(
      `DTSTART;TZID=${zone}:20260319T003000`,
      `DTEND;TZID=${zone}:20260319T013000`,
      "RRULE:FREQ=WEEKLY;UNTIL=20260401T223000Z",
      ...more,
    );

  test.each(["Europe/Berlin", "W. Europe Standard Time"])(
    "a weekly series of %s stays on its weekday and hour",
    async (zone) => {
      expect(await days(ics(series(zone)), { zone: "Europe/Berlin" })).toEqual({
        "2026-03-19": 1,
        "2026-03-26": 1,
        "2026-04-02": 1,
      });
      // 23:30 and 22:30 UTC are 00:30 and, after the change, 23:30 of the day before an hour to the west.
      expect(await days(ics(series(zone)), { zone: "+01:00" })).toEqual({
        "2026-03-19": 1,
        "2026-03-26": 1,
        "2026-04-01": 1,
      });
    },
  );

  test("an exception and a moved date on either side of the change are found", async () => {
    const out = series(
      "Europe/Berlin",
      "EXDATE:20260401T223000Z",
      "EXDATE;TZID=Europe/Berlin:20260326T003000",
    );
    expect(await days(ics(out), { zone: "Europe/Berlin" })).toEqual({ "2026-03-19": 1 });
  });

  test("a meeting over the change is as long as it was", async () => {
    const night = event(
      "DTSTART;TZID=Europe/Berlin:20260329T013000",
      "DTEND;TZID=Europe/Berlin:20260329T033000",
    );
    expect(await days(ics(night))).toEqual({ "2026-03-29": 1 });
  });
});

describe("a zone that only the calendar knows", () => {
  const custom = (...more: string[]) => [
    "BEGIN:VTIMEZONE",
    "TZID:Customized Time Zone",
    ...more,
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];
  const night = event(
    "DTSTART;TZID=Customized Time Zone:20260319T003000",
    "DTEND;TZID=Customized Time Zone:20260319T013000",
    "RRULE:FREQ=WEEKLY;UNTIL=20260401T223000Z",
  );

  test("goes by the calendar's own rules, over the change of the clocks", async () => {
    expect(await days(ics(...custom(), night), { zone: "+01:00" })).toEqual({
      "2026-03-19": 1,
      "2026-03-26": 1,
      "2026-04-01": 1,
    });
  });

  test("goes by the place that it says it is", async () => {
    expect(await days(ics(...custom("X-LIC-LOCATION:Asia/Tokyo"), night))).toEqual({
      "2026-03-18": 1,
      "2026-03-25": 1,
      "2026-04-01": 1,
    });
  });

  test("is the team's where there are no rules, which is told once", async () => {
    const read = await readText(ics(night), { zone: "Europe/Berlin" });
    expect(hoursByDay(read)).toEqual({ "2026-03-19": 1, "2026-03-26": 1, "2026-04-02": 1 });
    expect(problemsOf(read)).toMatchInlineSnapshot(`
      [
        "refinement/a.csv:6 session-unclear: a time zone that nobody knows; read on the team's clock",
      ]
    `);
  });

  test("may change its rules over the years, and have dates in their place", async () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Island",
      "BEGIN:STANDARD",
      "DTSTART:20000101T000000",
      "TZOFFSETFROM:+0000",
      "TZOFFSETTO:-1000",
      "END:STANDARD",
      "BEGIN:STANDARD",
      "DTSTART:20260310T000000",
      "TZOFFSETFROM:-1000",
      "TZOFFSETTO:+1400",
      "RDATE:20260310T000000,20270310T000000",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const noon = event("DTSTART;TZID=Island:20260308T200000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2");
    expect(await days(ics(...zone, noon))).toEqual({ "2026-03-09": 1, "2026-03-15": 1 });
  });
});
