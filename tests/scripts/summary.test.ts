import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain, table } from "../../scripts/summary/markdown.ts";
import { LARGEST, writeSummary } from "../../scripts/summary/write.ts";
import { sampleReport } from "../site/sample-report.ts";

const summary = (more: Partial<Parameters<typeof writeSummary>[0]> = {}): string =>
  writeSummary({
    reports: [sampleReport()],
    previous: new Map(),
    failed: [],
    site: "https://a.github.io/b/",
    note: null,
    ...more,
  });

const decoded = (text: string): string =>
  text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

describe("a text from outside", () => {
  it("holds no sign that Markdown or HTML would act on, and shows what it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = plain(text, 10_000);
        expect(shown.replaceAll(/&#\d+;/g, "")).not.toMatch(/[<>|`*_[\]\\\n\r@~]/);
        expect(shown.replaceAll(/&#\d+;/g, "")).not.toContain("&");
        if (/^[\w <>|`*[\]]*$/.test(text)) expect(decoded(shown)).toBe(text.replaceAll(/\s+/g, " ").trim());
      }),
    );
  });

  it("is cut where it is endless", () => {
    expect(plain("x".repeat(5000))).toHaveLength(300);
  });
});

describe("a table", () => {
  it("keeps its columns whatever stands in its cells", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 3, maxLength: 3 }), (cells) => {
        const lines = table(["a", "b", "c"], [cells.map((cell) => plain(cell))]).split("\n");
        expect(lines).toHaveLength(3);
        expect(lines[2]!.split("|")).toHaveLength(5);
      }),
    );
  });
});

describe("the summary of a run", () => {
  it("has a row for every team with its numbers and a link to its page", () => {
    const report = sampleReport();
    const text = summary({ reports: [report] });
    expect(text).toContain(`](https://a.github.io/b/teams/${report.team.id}/)`);
    expect(text).toContain("[Open the dashboard](https://a.github.io/b/)");
    expect(text).toMatch(/\d(\.\d)?\u00a0sprints/);
  });

  it("says how the numbers changed since the last published report", () => {
    const report = sampleReport();
    const depth = report.metrics["ready-depth"];
    const before = {
      ...report,
      metrics: { ...report.metrics, "ready-depth": { ...depth, value: depth.value! + 0.5 } },
    };
    expect(summary({ reports: [report] })).not.toContain("(−");
    expect(summary({ reports: [report], previous: new Map([[report.team.id, before]]) })).toContain("(−0.5)");
    expect(summary({ reports: [report], previous: new Map([[report.team.id, report]]) })).toContain("(=)");
  });

  it("never shows an unknown number as 0", () => {
    const report = sampleReport();
    const depth = { ...report.metrics["ready-depth"], value: null };
    const text = summary({ reports: [{ ...report, metrics: { ...report.metrics, "ready-depth": depth } }] });
    expect(text).toContain("| not\u00a0known |");
  });

  it("names the teams that failed, with a page and without", () => {
    const report = sampleReport();
    const text = summary({ reports: [report], failed: [report.team.id, "lost"] });
    expect(text).toContain("**not refreshed**");
    expect(text).toContain("lost: it has no page");
  });

  it("stays under what GitHub takes, with thousands of teams and findings", () => {
    const report = sampleReport();
    const quality = Array.from({ length: 50 }, (_, index) => ({
      id: "row-unreadable",
      level: "warning" as const,
      count: 1,
      where: ["exports/a.csv:1"],
      text: `finding ${index} ${"<".repeat(200)}`,
    }));
    const reports = Array.from({ length: 3000 }, (_, index) => ({
      ...report,
      team: { ...report.team, id: `t${index}`, name: `Team ${index}` },
      quality,
    }));
    const text = summary({ reports });
    expect(Buffer.byteLength(text)).toBeLessThan(LARGEST);
    expect(text).toContain("left out");
  });
});
