import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltSite, buildSite } from "../support/build-site.ts";
import { bareReport } from "./bare-report.ts";
import { sampleReport } from "./sample-report.ts";
import { readPage, textOf } from "./site-files.ts";

let site: BuiltSite;
const page = (path: string): string => readPage(site.folder, path);
const text = (path: string): string => textOf(page(path));

beforeAll(async () => {
  site = await buildSite([sampleReport(), bareReport()]);
});

afterAll(() => site?.remove());

describe("a metric page without JavaScript", () => {
  test("draws the trend at build, with gaps left open", () => {
    const html = page("teams/checkout/ready-depth/index.html");
    const still = html.slice(html.indexOf('class="trend-still"'), html.indexOf("<figcaption"));
    const path = (name: string): string =>
      new RegExp(`class="${name}" d="([^"]*)"`, "u").exec(still)?.[1] ?? "";
    expect(path("series-dot").match(/M/gu)).toHaveLength(5);
    expect(path("series-hole").match(/M/gu)).toHaveLength(1);
    // From sprint 3 to 4, and after the gap from 6 to 7; the running sprint has a line of its own.
    expect(path("series-line")).toMatch(/^M\d+ \d+L\d+ \d+M\d+ \d+L\d+ \d+$/u);
    expect(path("series-line running")).toMatch(/^M\d+ \d+L\d+ \d+$/u);
    expect(still.match(/class="gap"/gu)).toHaveLength(2);
  });

  test("draws band, limits, signal and annotation, each told by the legend in words", () => {
    const html = page("teams/checkout/ready-depth/index.html");
    for (const drawn of ["band-area", "limit-line", "mean-line", "signal-ring", "mark-line", "gap"])
      expect(html).toMatch(new RegExp(`class="${drawn}"`, "u"));
    const said = text("teams/checkout/ready-depth/index.html");
    for (const words of [
      "band, what is wanted: 2 to 3",
      "limits, usual from 1.1 to 3.2",
      "mean 2.2",
      "signal: not the usual ups and downs",
      "not known, left open",
      "running sprint, provisional",
      "A 2 Mar 2026: New Product Owner",
    ])
      expect(said).toContain(words);
  });

  test("has the same as a table, with the basis in words", () => {
    const said = text("teams/checkout/ready-depth/index.html");
    expect(said).toMatch(/Sprint 8 13 Apr 2026 1\.6 37 observed; running, provisional/u);
    expect(said).toMatch(/Sprint 5 \d+ Mar 2026 not known not known not known/u);
    expect(text("teams/checkout/velocity/index.html")).toContain("rebuilt from dates");
  });

  test("dates a sprint's end by its last day in the team's zone", () => {
    expect(text("teams/checkout/velocity/index.html")).toMatch(/Sprint 1 18 Jan 2026/u);
  });

  test("explains the number with the team's figures and the doc", () => {
    const said = text("teams/checkout/ready-depth/index.html");
    expect(said).toContain("36 points ready ÷ 20 points a sprint = 1.8 sprints");
    for (const section of ["Question", "Formula", "How to read it", "Limits", "Sources"])
      expect(said).toContain(section);
    expect(said).toContain("by 22 May 2026 with a likelihood of 50 %, by 29 May 2026 with 85 %");
    expect(said).toContain(
      "0.7 sprints of ready work before the first item that is not ready: SHOP-C (acceptance criteria)",
    );
  });

  test("of a number that is about now only draws no chart", () => {
    const html = page("teams/checkout/readiness/index.html");
    expect(html).not.toContain("data-trend");
    expect(textOf(html)).toContain("This number is about now only");
    expect(textOf(html)).toMatch(/Status status is Ready 80 % Estimate has an estimate 85\.5 % /u);
  });

  test("of an unavailable metric says why", () => {
    const said = text("teams/newcomers/order-churn/index.html");
    expect(said).toContain("The export has no Rank column.");
    expect(said).toContain("There is nothing to draw yet");
    expect(said).not.toMatch(/NaN|null|undefined/u);
  });
});
