import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDay } from "../../src/charts/days.ts";
import { amountOf, describeBand, formatAmount, formatNumber } from "../../src/charts/numbers.ts";
import { ageWords } from "../../src/components/text/age.ts";
import { agendaSentence } from "../../src/components/text/agenda.ts";
import { itemAnchor } from "../../src/components/text/anchors.ts";
import { basisCounts } from "../../src/components/text/basis-counts.ts";
import { toCsv } from "../../src/components/text/csv.ts";
import { formatDate, formatInstant, formatLastDay } from "../../src/components/text/dates.ts";
import { safeUrl } from "../../src/components/text/safe-url.ts";
import { lackWords, sizeWords, unknownSentence } from "../../src/components/text/words.ts";
import { sampleDepth } from "./sample-depth.ts";

describe("a number", () => {
  test("has one decimal at most, and none from a hundred on", () => {
    expect([1.84, 20, 99.95, 123.4, 12_345].map(formatNumber)).toEqual(["1.8", "20", "100", "123", "12,345"]);
  });

  test("is rounded as Intl.NumberFormat rounds, so that a sentence and its figure agree", () => {
    const intl = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
    const cases = [2.15, 0.05, 1.45, 99.95, 0.25, 10.35];
    expect(cases.map(formatNumber)).toEqual(cases.map((value) => intl.format(value)));
    const halfway = fc.integer({ min: 1, max: 1997 }).map((twentieths) => twentieths / 20);
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: 0.05, max: 99.9, noNaN: true }), halfway), (value) => {
        expect(formatNumber(value)).toBe(intl.format(value));
      }),
    );
  });

  test("that is small does not become nothing", () => {
    expect(formatNumber(0.0123)).toBe("0.01");
    expect(formatNumber(0)).toBe("0");
  });

  test("has a real minus", () => {
    expect(formatNumber(-0.31)).toBe("\u22120.3");
  });

  test("of one is singular", () => {
    expect(formatAmount(1, "sprints")).toBe("1 sprint");
    expect(formatAmount(1.02, "sprints")).toBe("1 sprint");
    expect(formatAmount(2, "sprints")).toBe("2 sprints");
  });

  test("of percent keeps its sign beside it", () => {
    expect(amountOf(7.54, "% per sprint")).toEqual({ figure: "7.5\u00a0%", unit: "per sprint" });
  });

  test("of a band may have an open end", () => {
    expect(
      [[2, 3] as const, [null, 10] as const, [2, null] as const, [null, null] as const, null].map(
        describeBand,
      ),
    ).toEqual(["2 to 3", "at most 10", "at least 2", null, null]);
  });
});

describe("a date", () => {
  test("is the team's day, not the machine's", () => {
    expect(formatDate("2026-03-01T23:30:00Z", "Europe/Berlin")).toBe("2 Mar 2026");
    expect(formatDate("2026-03-01T23:30:00Z", "America/New_York")).toBe("1 Mar 2026");
  });

  test("of an exclusive end is the last day before it", () => {
    expect(formatLastDay("2026-01-18T23:00:00Z", "Europe/Berlin")).toBe("18 Jan 2026");
  });

  test("with a time names the zone", () => {
    expect(formatInstant("2026-11-20T05:17:00Z", "Europe/Berlin")).toBe(
      "Fri, 20 Nov 2026, 06:17 Berlin time",
    );
  });

  test("without a zone stays that day, and anything else stays text", () => {
    expect(formatDay("2026-03-02")).toBe("2 Mar 2026");
    expect(formatDay("soon")).toBe("soon");
  });
});

describe("the age of data", () => {
  const hour = 3_600_000;
  test("is told in the unit that fits", () => {
    expect([0.5 * hour, hour, 5 * hour, 47 * hour, 48 * hour].map((age) => ageWords(0, age))).toEqual([
      "30 minutes",
      "1 hour",
      "5 hours",
      "47 hours",
      "2 days",
    ]);
  });

  test("is not told when the clock is behind or the date unreadable", () => {
    expect(ageWords(1, 0)).toBeNull();
    expect(ageWords(Number.NaN, 0)).toBeNull();
  });
});

describe("a download", () => {
  test("neutralises text that a spreadsheet would run, and quotes what needs it", () => {
    expect(toCsv([["=1+1", "+1", "-1", "@a", "\tb", "\rc", 'say "x", y', "plain"]])).toBe(
      `'=1+1,'+1,'-1,'@a,'\tb,"'\rc","say ""x"", y",plain\r\n`,
    );
  });

  test("keeps numbers, even negative ones, and leaves the unknown empty", () => {
    expect(toCsv([[-1.5, 0, null, true]])).toBe("-1.5,0,,true\r\n");
  });
});

describe("an anchor", () => {
  test("is safe and never shared by two keys", () => {
    const keys = ["ABC-12", "#12", "_12", "a b", "a_b", "a-b", "ü", "😀", '"><img>'];
    const anchors = keys.map(itemAnchor);
    expect(new Set(anchors).size).toBe(keys.length);
    for (const anchor of anchors) expect(anchor).toMatch(/^item-[\w-]+$/u);
  });
});

test("only web addresses become links", () => {
  const urls = [
    "https://a.example/1",
    "http://a.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "/relative",
    "",
    null,
  ];
  expect(urls.map((url) => safeUrl(url) !== null)).toEqual([true, true, false, false, false, false, false]);
});

test("what an item lacks is said in words, and an unknown check by its own name", () => {
  expect(lackWords(["status", "labels", "acceptanceCriteria", "notBlocked", "maxSize", "other"])).toBe(
    "status, label, acceptance criteria, is blocked, too big, other",
  );
});

test("an unknown size is not 0", () => {
  expect(sizeWords(null, "points", false)).toBe("size not known");
  expect(sizeWords(1, "items", false)).toBe("1 item");
});

test("an unknown metric says what is missing", () => {
  expect(unknownSentence({ state: "insufficient-data", reason: "needs 3 finished sprints, has 2" })).toBe(
    "Not known yet: needs 3 finished sprints, has 2.",
  );
  expect(unknownSentence({ state: "error", reason: null })).toBe("Could not be computed.");
});

test("the agenda is a sentence, with and without minutes", () => {
  expect(agendaSentence({ ids: [], depth: 2.1, minutes: null })).toBe(
    "nothing more is needed, ready depth is 2.1 sprints already.",
  );
  expect(agendaSentence({ ids: ["C"], depth: 2, minutes: null })).toBe(
    "one item (C) lifts ready depth to 2 sprints.",
  );
  expect(agendaSentence({ ids: ["A", "B", "C", "D", "E", "F", "G"], depth: 2.31, minutes: 1 })).toBe(
    "seven items (A, B, C, D, E and 2 more), about 5 minutes at the usual pace, lift ready depth to 2.3 sprints.",
  );
});

test("the points of a series are counted by their basis", () => {
  expect(basisCounts(sampleDepth())).toEqual({ observed: 5, rebuilt: 0, gap: 3 });
});
