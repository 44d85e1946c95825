import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type BuiltSite, buildSite } from "../support/build-site.ts";
import { type Served, serveFolder } from "../support/serve-folder.ts";
import { fullSprintReport } from "./full-sprint-report.ts";
import { hostileReport } from "./hostile-report.ts";
import { sampleReport } from "./sample-report.ts";

let site: BuiltSite;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  site = await buildSite([sampleReport(), hostileReport(), fullSprintReport()]);
  served = await serveFolder(site.folder, site.base);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  site?.remove();
});

const visit = async (
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  try {
    await page.goto(served.url + path);
    await use(page);
  } finally {
    await context.close();
  }
};

describe("a person", () => {
  test("finds the first item that is not ready, and why", async () => {
    await visit("", async (page) => {
      await page.getByRole("link", { name: "Checkout" }).first().click();
      await page.locator("a.block.unready").first().click();
      const item = page.locator(":target");
      expect(await item.textContent()).toMatch(/SHOP-C .*not ready: acceptance criteria/u);
      expect(await item.isVisible()).toBe(true);
    });
  });

  test("reads why a value is a signal", async () => {
    await visit("teams/checkout/", async (page) => {
      await page.getByRole("link", { name: "Ready depth", exact: true }).first().click();
      const section = page.locator("section", { has: page.locator("#limits") });
      expect(await section.textContent()).toContain("Sprint 3 lies outside the limits");
    });
  });

  test("downloads the numbers that the table shows", async () => {
    await visit("teams/checkout/refinement-effort/", async (page) => {
      const shown = await page.locator("table tbody tr td:nth-child(3)").allTextContents();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download as CSV" }).click(),
      ]);
      const rows = readFileSync(await download.path(), "utf8")
        .trim()
        .split("\r\n")
        .slice(1);
      const values = rows
        .map((row) => row.split(",")[5] ?? "")
        .map((value) => (value === "" ? "not known" : `${value}\u00a0%`));
      expect(values.toReversed()).toEqual(shown.map((cell) => cell.trim()));
    });
  });

  test("copies a sprint as Markdown", async () => {
    await visit("teams/checkout/", async (page) => {
      await page.addInitScript(() => {
        const copied = { writeText: async (text: string) => Object.assign(window, { copied: text }) };
        Object.defineProperty(navigator, "clipboard", { value: copied });
      });
      await page.getByRole("link", { name: "Last sprint" }).click();
      await page.getByRole("button", { name: "Copy as Markdown" }).click();
      await page.getByText("Copied.").waitFor();
      const copied = await page.evaluate(() => (window as unknown as { copied: string }).copied);
      expect(copied).toMatch(/^# Checkout, Sprint 7\n/u);
      expect(copied).toBe(await page.locator("#kit-markdown").textContent());
    });
  });

  test("walks from sprint to sprint by keyboard alone", async () => {
    await visit("teams/checkout/sprints/sprint-7/", async (page) => {
      await page.locator("summary", { hasText: "Show the Markdown" }).focus();
      await page.keyboard.press("Enter");
      expect(await page.locator("#kit-markdown").isVisible()).toBe(true);
      await page.getByRole("link", { name: "Sprint 6" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(`${served.url}teams/checkout/sprints/sprint-6/`);
    });
  });

  test("without JavaScript sees every number, table, shelf, bullet and sparkline, and no dead button", async () => {
    await visit(
      "teams/checkout/",
      async (page) => {
        for (const [part, count] of [
          [".bullet", 3],
          [".sparkline", 3],
          [".block[href]", 8],
          [".bridge li", 7],
        ] as const)
          expect([part, await page.locator(part).count()]).toEqual([part, count]);
        await page.goto(`${served.url}teams/checkout/sprints/sprint-7/`);
        expect(await page.getByRole("button").count()).toBe(0);
        expect(await page.locator(".kit-table tbody tr").count()).toBe(5);
      },
      { javaScriptEnabled: false },
    );
  });
});

test.each(["teams/checkout/sprints/sprint-7/", "teams/full/sprints/sprint-7/"])(
  "/%s prints on two A4 pages at most",
  async (path) => {
    await visit(path, async (page) => {
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/gu) ?? [];
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.length).toBeLessThanOrEqual(2);
      expect(pdf.toString("latin1")).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/u);
    });
  },
);

describe("of a hostile team", () => {
  test.each(["feed.xml", "badge/hostile.svg"])(
    "%s is well-formed and holds no markup of its text",
    async (file) => {
      const text = readFileSync(join(site.folder, file), "utf8");
      await visit("404.html", async (page) => {
        const names = await page
          .evaluate((xml) => {
            const parsed = new DOMParser().parseFromString(xml, "text/xml" as DOMParserSupportedType);
            return [...new Set([...parsed.querySelectorAll("*")].map((element) => element.localName))];
          }, text)
          .catch((error: Error) => error.message);
        expect(names).not.toContain("parsererror");
        expect(names).not.toContain("script");
        expect(names).not.toContain("img");
      });
    },
  );

  test("the picture for links is a picture of the right size", async () => {
    const { width, height, format } = await sharp(join(site.folder, "og", "hostile.png")).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
  });
});
