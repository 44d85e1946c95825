import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type BuiltSite, buildSite } from "../support/build-site.ts";
import { type Served, serveFolder } from "../support/serve-folder.ts";
import { bareReport } from "./bare-report.ts";
import { hostileReport } from "./hostile-report.ts";
import { sampleReport } from "./sample-report.ts";

const PAGES = [
  "",
  "teams/checkout/",
  "teams/checkout/ready-depth/",
  "teams/checkout/order-churn/",
  "teams/checkout/refinement-effort/",
  "teams/checkout/data/",
  "teams/checkout/what-if/",
  "teams/checkout/sprints/",
  "teams/checkout/sprints/sprint-7/",
  "teams/newcomers/",
  "teams/newcomers/order-churn/",
  "teams/hostile/",
  "teams/hostile/ready-depth/",
  "teams/hostile/order-churn/",
  "teams/hostile/data/",
  "teams/hostile/sprints/sprint-7/",
  "method/",
  "404.html",
];

let site: BuiltSite;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  site = await buildSite([sampleReport(), bareReport(), hostileReport()]);
  served = await serveFolder(site.folder, site.base);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  site?.remove();
});

/** Opens a page, and gathers whatever goes wrong on it. */
const withPage = async (
  path: string,
  options: BrowserContextOptions,
  use: (page: Page, faults: string[]) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(request.url()));
  page.on(
    "request",
    (request) => request.url().startsWith(served.url) || faults.push(`outside: ${request.url()}`),
  );
  try {
    page.setDefaultTimeout(10_000);
    await page.goto(served.url + path);
    await use(page, faults);
  } finally {
    await context.close();
  }
};

const wakeCharts = async (page: Page): Promise<void> => {
  if ((await page.locator("[data-trend]").count()) === 0) return;
  await page.locator(".trend").first().scrollIntoViewIfNeeded();
  await page.locator(".trend canvas").first().waitFor();
};

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each(PAGES)("axe finds nothing on /%s", async (path) => {
    await withPage(path, { colorScheme, viewport: { width: 1024, height: 800 } }, async (page, faults) => {
      await wakeCharts(page);
      // Closed parts have to be legible too.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      });
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    });
  });
});

test.each(PAGES)("nothing scrolls sideways at 320 px on /%s", async (path) => {
  await withPage(path, { viewport: { width: 320, height: 640 } }, async (page) => {
    await wakeCharts(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

describe("a chart", () => {
  const path = "teams/checkout/ready-depth/";

  test("sleeps until it is seen, then draws without moving the page", async () => {
    await withPage(path, { viewport: { width: 800, height: 300 } }, async (page, faults) => {
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(await page.locator("canvas").count()).toBe(0);
      await wakeCharts(page);
      const box = await page.locator(".trend canvas").boundingBox();
      expect(box?.width).toBeGreaterThan(500);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
      expect(faults).toEqual([]);
    });
  });

  test("stays as the still drawing without JavaScript", async () => {
    await withPage(path, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator(".trend-still > svg").isVisible()).toBe(true);
      expect(await page.locator("canvas").count()).toBe(0);
    });
  });
});

test("the keyboard reaches the skip link first, and it leads to the content", async () => {
  await withPage("teams/checkout/", {}, async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  });
});

test("a block opens the list that holds its item", async () => {
  await withPage("teams/checkout/", {}, async (page) => {
    await page.locator(".block.unready[href]").first().click();
    expect(await page.locator("#item-SHOP-C").isVisible()).toBe(true);
  });
});

test("the age of the data is told by the reader's clock", async () => {
  await withPage("teams/checkout/", {}, async (page) => {
    await expect.poll(() => page.locator("[data-age-of]").textContent()).toMatch(/^\d+ days old$/u);
  });
});

test("markup that got into a page would neither run nor ask anyone for anything", async () => {
  const evil =
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">" +
    "<img src=https://evil.example/x.png><style>h1{color:red}</style><a href=x onclick=\"document.title='owned'\">x</a>";
  await withPage("404.html", {}, async (page, faults) => {
    await page.route("**/teams/checkout/", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace("<h1>", `${evil}<h1>`) });
    });
    await page.goto(`${served.url}teams/checkout/`);
    await page.locator("a[onclick]").dispatchEvent("click");
    expect(await page.title()).not.toBe("owned");
    expect(await page.locator("h1").evaluate((heading) => getComputedStyle(heading).color)).not.toBe(
      "rgb(255, 0, 0)",
    );
    expect(faults.filter((fault) => fault.includes("Content Security Policy")).length).toBeGreaterThanOrEqual(
      5,
    );
  });
});

test("the overview loads nothing but itself, its style and its icon", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const kinds: string[] = [];
  page.on("request", (request) => kinds.push(request.resourceType()));
  await page.goto(served.url);
  await context.close();
  expect(kinds.filter((kind) => !["document", "stylesheet", "other", "image"].includes(kind))).toEqual([]);
});
