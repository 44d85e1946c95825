import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demoReport } from "../../scripts/bench/site/demo-report.ts";
import { openBrowser } from "../support/browser.ts";
import { type BuiltSite, buildSite } from "../support/build-site.ts";
import { type Served, serveFolder } from "../support/serve-folder.ts";
import { type Weight, weigh } from "./weigh.ts";

const KB = 1000;

let site: BuiltSite;
let served: Served;
let browser: Browser;
const sprint = { id: "" };

beforeAll(async () => {
  const report = demoReport();
  sprint.id = report.sprints.at(-2)?.id ?? "";
  site = await buildSite([report]);
  served = await serveFolder(site.folder, site.base);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  site?.remove();
});

const weightOf = (path: string): Promise<Weight> => weigh(browser, served.url + path);

test("the overview of the demo is small, ships no script and stands still", async () => {
  const weight = await weightOf("");
  expect(weight.scripts).toBe(0);
  expect(weight.scrolled).toBeLessThanOrEqual(20 * KB);
  expect(weight.shift).toBe(0);
});

test("a team's page weighs 30 KB at first sight and 110 KB at its end, and nothing in it jumps", async () => {
  const weight = await weightOf("teams/demo/");
  expect(weight.firstView).toBeLessThanOrEqual(30 * KB);
  expect(weight.scrolled).toBeLessThanOrEqual(110 * KB);
  // The chart has woken, or the second figure would say nothing.
  expect(weight.scripts).toBeGreaterThan(20 * KB);
  expect(weight.shift).toBe(0);
});

test("a sprint's page needs no chart to wake, and nothing in it jumps", async () => {
  const weight = await weightOf(`teams/demo/sprints/${sprint.id}/`);
  expect(weight.scrolled).toBeLessThanOrEqual(30 * KB);
  expect(weight.shift).toBe(0);
});

test.each(["ready-depth", "order-churn", "data", "what-if"])(
  "nothing jumps on the page of %s",
  async (page) => {
    const weight = await weightOf(`teams/demo/${page}/`);
    expect(weight.scrolled).toBeLessThanOrEqual(110 * KB);
    expect(weight.shift).toBe(0);
  },
);
