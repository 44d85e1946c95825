import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { build, preview } from "astro";
import lighthouse from "lighthouse";
import { chromium as playwright } from "playwright-core";
import { demoReport } from "./site/demo-report.ts";
import { writeReports } from "./site/write-reports.ts";
import type { Measure } from "./support/measure.ts";

const PORT = 9333;
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  `--remote-debugging-port=${PORT}`,
];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const FULL = 100;
/** A busy machine makes a page look slow now and then: the best of so many runs counts. */
const RUNS = 3;

/** Lighthouse's phone, and one so tall that a page is scrolled to its end from the beginning: its charts wake. */
const PHONE = { mobile: true, width: 412, height: 823, deviceScaleFactor: 1.75, disabled: false };
const SCROLLED = { ...PHONE, height: 8000 };

const pagesOf = (sprint: string): string[] => [
  "",
  "teams/demo/",
  "teams/demo/ready-depth/",
  "teams/demo/order-churn/",
  `teams/demo/sprints/${sprint}/`,
  "teams/demo/sprints/",
  "teams/demo/data/",
  "teams/demo/what-if/",
  "method/",
  "404.html",
];

const scoresOf = async (address: string, screenEmulation: typeof PHONE): Promise<number[]> => {
  const flags = { port: PORT, onlyCategories: CATEGORIES, logLevel: "error" as const, screenEmulation };
  const result = await lighthouse(address, flags);
  const categories = result?.lhr.categories ?? {};
  return CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * FULL));
};

/** Every kind of page on Lighthouse's phone: how many of 400 points each misses. */
export const bench = async (): Promise<Measure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
  const report = demoReport();
  process.env.BACKLOG_REPORT_DIR = writeReports(join(folder, "reports"), [report]);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const site = { outDir: join(folder, "dist"), cacheDir: join(folder, "cache"), logLevel: "error" } as const;
  await build(site);
  const server = await preview({ ...site, server: { port: 0 } });
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: FLAGS });
  try {
    const measures: Measure[] = [];
    const pages = pagesOf(report.sprints.at(-2)?.id ?? "").map((page) => ({ page, screen: PHONE }));
    for (const { page, screen } of [...pages, { page: "teams/demo/", screen: SCROLLED }]) {
      let best = CATEGORIES.map(() => 0);
      for (let run = 0; run < RUNS && best.some((score) => score < FULL); run += 1) {
        const scores = await scoresOf(`http://localhost:${server.port}/${page}`, screen);
        best = best.map((score, index) => Math.max(score, scores[index] ?? 0));
      }
      const missing = best.reduce((sum, score) => sum + FULL - score, 0);
      const detail = CATEGORIES.map((id, index) => `${id} ${best[index]}`).join(", ");
      measures.push({
        name: `points missed on /${page}${screen === SCROLLED ? ", scrolled to its end" : ""}`,
        value: missing,
        goal: 0,
        detail,
      });
    }
    return measures;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
