import { describe, expect, test } from "vitest";
import { cadence, finishing, ready, reportOf, seen, teamConfig, unready } from "../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const DONE = finishing([18, 22, 20, 16, 24]);
const titled = {
  ...DONE,
  A: ready(5, { title: "Sell the ferry" }),
  B: unready(3, { title: "Board by drone" }),
};

describe("what is published of an item", () => {
  const everything = (overrides: Parameters<typeof teamConfig>[0]) => {
    const churn = [
      seen("2026-03-03T12:00:00Z", { items: titled, order: ["A", "B"] }),
      seen("2026-03-10T12:00:00Z", { items: titled, order: ["B", "A"] }),
    ];
    return reportOf({
      team: teamConfig(overrides),
      observations: [...churn, seen(NOW, { items: titled, order: ["B", "A"] })],
      asOf: NOW,
    });
  };
  const link = {
    kind: "exports",
    format: "auto",
    timezone: null,
    dates: null,
    link: "https://tracker.example/browse/{id}",
  } as const;

  test("is no title without the team's word, anywhere in the report", () => {
    const report = everything({});
    expect(JSON.stringify(report)).not.toMatch(/Sell|ferry|drone/);
    expect(report.worklist).toMatchObject([{ id: "B", title: null, url: null }]);
    expect(report.withheld.map(({ what }) => what)).toEqual([
      "People",
      "Descriptions and comments",
      "Titles",
    ]);
  });

  test("is its title with the team's word, in the worklist, the shelves and among the movers", () => {
    const report = everything({ publish: { titles: true, people: false, links: true } });
    expect(report.worklist[0]!.title).toBe("Board by drone");
    expect(report.metrics["ready-depth"].nextSprints![0]!.items.map(({ title }) => title)).toEqual([
      "Board by drone",
      "Sell the ferry",
    ]);
    expect(report.metrics["order-churn"].movers.every(({ title }) => title !== null)).toBe(true);
    expect(report.withheld.map(({ what }) => what)).toEqual(["People", "Descriptions and comments"]);
  });

  test("is a link where the team gives its form, and does not forbid links", () => {
    expect(everything({ source: link }).worklist[0]!.url).toBe("https://tracker.example/browse/B");
    expect(
      everything({ source: link, publish: { titles: false, people: false, links: false } }).worklist[0]!.url,
    ).toBeNull();
  });

  test("is a link that an id cannot break out of", () => {
    const items = { ...DONE, 'B"><script>/../?q=$&': unready(3) };
    const { worklist } = reportOf({
      team: teamConfig({ source: link, sprints: cadence() }),
      observations: [seen(NOW, { items })],
      asOf: NOW,
    });
    expect(worklist[0]!.url).toBe("https://tracker.example/browse/B%22%3E%3Cscript%3E%2F..%2F%3Fq%3D%24%26");
  });
});

test("says how much was kept back, where that can be counted", () => {
  const items = { A: ready(5, { described: true }), B: unready(3) };
  const { withheld } = reportOf({ observations: [seen(NOW, { items })], asOf: NOW });
  expect(withheld.map(({ what, count }) => [what, count])).toEqual([
    ["People", null],
    ["Descriptions and comments", 1],
    ["Titles", 2],
  ]);
});
