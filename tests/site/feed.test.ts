import { describe, expect, test } from "vitest";
import { badgeJson, badgeOf, badgeSvg } from "../../src/components/badge/badge.ts";
import { feedEvents } from "../../src/components/feed/feed-events.ts";
import { feedXml } from "../../src/components/feed/feed-xml.ts";
import { cardOf } from "../../src/components/og/card.ts";
import { bareReport } from "./bare-report.ts";
import { hostileReport } from "./hostile-report.ts";
import { sampleReport } from "./sample-report.ts";

const place = {
  home: "https://team.example/x/",
  pageOf: () => "https://team.example/x/?a=1&b=2",
  updated: "2026-04-20T04:17:00Z",
};
/** Anything but the feed's own elements. */
const FOREIGN = /<(?!\/?(feed|id|title|subtitle|updated|link|author|name|entry|summary)\b|\?xml)/u;

describe("the feed", () => {
  const events = feedEvents([sampleReport()], 50);

  test("tells once when ready depth leaves its band and when a number shows a signal, newest first", () => {
    expect(events.map(({ title, at }) => `${at.slice(0, 10)} ${title}`)).toEqual([
      "2026-03-29 Checkout: ready depth is below its band",
      "2026-02-01 Checkout: signal in ready depth, Sprint 3",
    ]);
  });

  test("tells of a return, and a gap is no news", () => {
    const report = sampleReport();
    const depth = report.metrics["ready-depth"];
    const values = [1, null, 1.5, 2.5, null, 2.6, 4, 2];
    const series = depth.series.map((point, index) => ({ ...point, value: values[index] ?? null }));
    const changed = {
      ...report,
      metrics: { ...report.metrics, "ready-depth": { ...depth, series, signals: [] } },
    };
    expect(feedEvents([changed], 50).map(({ title }) => title.replace("Checkout: ready depth ", ""))).toEqual(
      ["is back in its band", "is above its band", "is back in its band"],
    );
  });

  test("is the same for the same report, holds no more than asked, and nothing for a bare team", () => {
    expect(feedEvents([sampleReport()], 50)).toEqual(events);
    expect(feedEvents([sampleReport()], 1)).toHaveLength(1);
    expect(feedEvents([bareReport()], 50)).toEqual([]);
  });

  test("escapes addresses and hostile names", () => {
    const xml = feedXml(feedEvents([hostileReport()], 50), place);
    expect(xml).toContain("&lt;script&gt;");
    expect(xml).toContain("?a=1&amp;b=2");
    expect(xml).not.toMatch(FOREIGN);
    expect(xml).not.toMatch(/[\u202a-\u202e\p{Cs}]/u);
  });
});

describe("a badge", () => {
  test("says ready depth and where it stands, for shields too", () => {
    expect(JSON.parse(badgeJson(badgeOf(sampleReport())))).toEqual({
      schemaVersion: 1,
      label: "Checkout: ready depth",
      message: "1.8 sprints, below its band",
      color: "#9c4400",
    });
  });

  test("of an unknown depth never says 0", () => {
    expect(badgeOf(bareReport()).message).toBe("not known yet");
  });

  test("is a picture in which a hostile name is text of bounded length", () => {
    const svg = badgeSvg(badgeOf(hostileReport()));
    expect(svg).not.toMatch(/<(?!\/?(svg|rect|g|text)\b)/u);
    expect(svg).toContain("&lt;script&gt;");
    const long = sampleReport({ team: { ...sampleReport().team, name: "😀".repeat(10_000) } });
    expect(badgeSvg(badgeOf(long)).length).toBeLessThan(2000);
  });
});

test("the picture for links holds team, verdict and numbers as text of bounded length", () => {
  const text = JSON.stringify(cardOf(sampleReport()));
  for (const said of ["Checkout", "1.8 sprints of work are ready.", "7.5\u00a0%", "of capacity"])
    expect(text).toContain(said);
  expect(JSON.stringify(cardOf(hostileReport())).length).toBeLessThan(6000);
  expect(JSON.stringify(cardOf(bareReport()))).toContain("not known yet");
});
