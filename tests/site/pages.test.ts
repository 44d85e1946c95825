import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reportSchema } from "../../src/report/schema.ts";
import { type BuiltSite, buildSite } from "../support/build-site.ts";
import { bareReport } from "./bare-report.ts";
import { hostileReport, IMAGE, SCRIPT } from "./hostile-report.ts";
import { sampleReport } from "./sample-report.ts";
import { filesIn, readPage, textOf } from "./site-files.ts";

let site: BuiltSite;
const page = (path: string): string => readPage(site.folder, path);
const text = (path: string): string => textOf(page(path));

beforeAll(async () => {
  const reports = [sampleReport(), bareReport(), hostileReport()];
  for (const report of reports) reportSchema.parse(report);
  site = await buildSite(reports);
});

afterAll(() => site?.remove());

describe("the site under a base path", () => {
  test("has every page, download and contract", () => {
    expect(filesIn(site.folder)).toEqual(
      expect.arrayContaining([
        "404.html",
        "api/report.schema.json",
        "api/teams/checkout.json",
        "index.html",
        "method/index.html",
        ...Object.keys(sampleReport().metrics).flatMap((id) => [
          `teams/checkout/${id}/index.html`,
          `teams/checkout/${id}.csv`,
          `teams/checkout/${id}.json`,
        ]),
        "badge/checkout.json",
        "badge/checkout.svg",
        "feed.xml",
        "og/checkout.png",
        ...sampleReport().sprints.map(({ id }) => `teams/checkout/sprints/${id}/index.html`),
        "teams/checkout/sprints/index.html",
        "teams/checkout/data/index.html",
        "teams/checkout/index.html",
      ]),
    );
  });

  test("links only to files that exist, all under the base", () => {
    const files = new Set(filesIn(site.folder));
    const pages = [...files].filter((file) => file.endsWith(".html"));
    const broken = pages.flatMap((file) =>
      [...page(file).matchAll(/\s(?:href|src|component-url|renderer-url)="([^"#]+)/gu)]
        .map((match) => match[1] ?? "")
        .filter((target) => !target.startsWith("https://tracker.example/"))
        .filter((target) => {
          if (!target.startsWith(site.base)) return true;
          const inside = decodeURI(target.slice(site.base.length));
          return !files.has(inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
        })
        .map((target) => `${file}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test("has one heading of the first level a page and skips no level", () => {
    for (const file of filesIn(site.folder).filter((name) => name.endsWith(".html"))) {
      const levels = [...page(file).matchAll(/<h([1-6])/gu)].map((match) => Number(match[1]));
      expect([file, levels.filter((level) => level === 1)]).toEqual([file, [1]]);
      expect([file, levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)]).toEqual([
        file,
        [],
      ]);
    }
  });

  test("never uses an id twice on a page", () => {
    for (const file of filesIn(site.folder).filter((name) => name.endsWith(".html"))) {
      const ids = [...page(file).matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1]);
      expect([file, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([file, []]);
    }
  });

  test("lets no page hold a script, a style or a handler, and says so in its security policy", () => {
    for (const file of filesIn(site.folder).filter((name) => name.endsWith(".html"))) {
      const html = page(file);
      // Foreign text may look like anything inside an attribute's quotes.
      const tags = html.replace(/="[^"]*"/gu, '=""');
      expect([
        file,
        tags.match(/<script(?![^>]*\ssrc=)[^>]*>|<style|<[^>]+\sstyle=|<[^>]+\son\w+=/gu),
      ]).toEqual([file, null]);
      expect(html).toContain("script-src 'self'; style-src 'self'; ");
      expect(html).not.toContain("unsafe-");
    }
  });
});

describe("the overview", () => {
  test("ships no script", () => {
    expect(page("index.html")).not.toMatch(/<script|modulepreload|astro-island/u);
  });

  test("shows every team with its numbers, its sentence and the date of its data", () => {
    expect(text("index.html")).toContain("1.8 sprints");
    expect(text("index.html")).toContain("1.8 sprints of work are ready. Planning needs two.");
    expect(text("index.html")).toMatch(/Data as of Mon, 20 Apr 2026, 06:17 Berlin time/u);
    expect(text("index.html")).toMatch(/Data as of Mon, 20 Apr 2026, 00:17 New York time/u);
  });
});

describe("a team page without JavaScript", () => {
  test("has the verdict as its heading", () => {
    expect(page("teams/checkout/index.html")).toMatch(/<h1><bdi>1\.8 sprints of work are ready/u);
  });

  test("has numbers, interval, shelves, worklist and agenda", () => {
    const said = text("teams/checkout/index.html");
    expect(said).toContain("80 % interval: 1.5 to 2.1 sprints");
    expect(said).toContain("36 points ready ÷ 20 a sprint.");
    expect(said).toContain("27 of 360 hours in Sprint 7, up from 5.1 %.");
    expect(said).toContain("18 of 21 ready");
    expect(said).toContain("SHOP-C, 3 points, not ready: acceptance criteria");
    expect(said).toContain("SHOP-D, 5 points, the median of finished items, ready");
    expect(said).toContain(
      "two items (SHOP-C, SHOP-F), about 50 minutes at the usual pace, lift ready depth to 2.4 sprints.",
    );
  });

  test("links every block to the item it stands for", () => {
    const html = page("teams/checkout/index.html");
    const targets = [...html.matchAll(/class="block[^"]*" href="#([^"]+)"/gu)].map((match) => match[1]);
    expect(targets).toHaveLength(8);
    for (const target of targets) expect(html).toContain(`id="${target}"`);
  });

  test("says what is not known in words, never as 0", () => {
    const said = text("teams/newcomers/index.html");
    expect(said).toContain("Needs 3 finished sprints, has 2.");
    expect(said).toContain("Not known yet: needs 3 finished sprints, has 2. With an order and a velocity");
    expect(said).toContain("not available");
    expect(said).not.toMatch(/\b0 (sprints|points|items|%)|NaN|null|undefined/u);
  });
});

describe("the data page and the method", () => {
  test("shows observations, findings with their place, and the basis of each series", () => {
    const said = text("teams/checkout/data/index.html");
    expect(said).toContain("exports/2026-04-20T061700.csv:148");
    expect(said).toContain("names of people are never published");
    expect(said).toContain("none before");
    expect(said).toContain("2 Mar 2026 New Product Owner");
  });

  test("the method has every metric's doc", () => {
    const html = page("method/index.html");
    for (const id of Object.keys(sampleReport().metrics)) expect(html).toContain(`<h2 id="${id}"`);
  });
});

describe("hostile text", () => {
  test("stays text on every page", () => {
    for (const file of filesIn(site.folder).filter(
      (name) => name.startsWith("teams/hostile") && name.endsWith("html"),
    )) {
      const html = page(file);
      expect(html).not.toContain(SCRIPT);
      expect(html).not.toContain("<img");
      expect(html).not.toMatch(/href="javascript:/iu);
    }
    expect(text("teams/hostile/index.html")).toContain(SCRIPT);
    expect(text("teams/hostile/index.html")).toContain(IMAGE);
  });

  test("is neutralised in a download, while numbers stay numbers", () => {
    const rows = page("teams/hostile/velocity.csv").split("\r\n");
    expect(rows[1]).toMatch(/^sprint-1,"'=HYPERLINK\(/u);
    expect(rows[2]).toBe(
      "sprint-2,'@Sprint 2,2026-01-18T23:00:00Z,2026-02-01T23:00:00Z,2026-02-01T23:00:00Z,14,points,rebuilt,false,4",
    );
  });
});

describe("the published report", () => {
  test("is the report itself, in full precision", () => {
    expect(JSON.parse(page("api/teams/checkout.json"))).toEqual(sampleReport());
  });

  test("comes with its JSON Schema", () => {
    expect(JSON.parse(page("api/report.schema.json"))).toMatchObject({
      type: "object",
      properties: { asOf: {} },
    });
  });
});
