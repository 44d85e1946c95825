import { gzipSync } from "node:zlib";
import type { Browser, Response } from "playwright-core";

export interface Weight {
  /** Bytes as a static host sends them, compressed, before anybody scrolls. */
  firstView: number;
  /** The same after scrolling to the end of the page. */
  scrolled: number;
  /** Of these, scripts. */
  scripts: number;
  /** How much the page moved by itself: 0 is nothing at all. */
  shift: number;
}

const compressed = async (responses: readonly Response[]): Promise<number> => {
  const bodies = await Promise.all(responses.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
};

/** Opens a page as a phone does, scrolls to its end in steps, and weighs what was sent. */
export const weigh = async (browser: Browser, address: string): Promise<Weight> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.addInitScript(() => {
    const store = window as unknown as { shift: number };
    store.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) store.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const firstView = await compressed(responses);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 400) {
    await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), y);
    await page.waitForTimeout(50);
  }
  await page.waitForLoadState("networkidle");
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
  const weight = {
    firstView,
    scrolled: await compressed(responses),
    scripts: await compressed(responses.filter((response) => response.url().endsWith(".js"))),
    shift,
  };
  await context.close();
  return weight;
};
