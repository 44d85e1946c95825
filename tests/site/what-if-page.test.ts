import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type BuiltSite, buildSite } from "../support/build-site.ts";
import { type Served, serveFolder } from "../support/serve-folder.ts";
import { bareReport } from "./bare-report.ts";
import { HOSTILE, whatIfReport } from "./what-if-report.ts";

let site: BuiltSite;
let served: Served;
let browser: Browser;

beforeAll(async () => {
  site = await buildSite([
    whatIfReport({ id: "checkout", name: "Checkout", odd: "" }),
    whatIfReport({ id: "odd", name: HOSTILE, odd: HOSTILE }),
    bareReport(),
  ]);
  served = await serveFolder(site.folder, site.base);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  site?.remove();
});

const withPage = async (
  path: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => request.url().startsWith(served.url) || faults.push(request.url()));
  try {
    page.setDefaultTimeout(10_000);
    await page.goto(`${served.url}teams/${path}`);
    await use(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
};

const PAGE = "checkout/what-if/";
const summary = (page: Page): Promise<string | null> => page.locator("[data-summary]").textContent();
/** Text without blanks: between tags the build leaves others than the browser. */
const shown = async (page: Page): Promise<string> =>
  ((await page.locator(".results").textContent()) ?? "").replace(/\s+/gu, "");
const address = (page: Page): string => new URL(page.url()).search;

test("another velocity changes the numbers and the address, and a reload shows the same", async () => {
  await withPage(PAGE, {}, async (page) => {
    expect(await summary(page)).toBe("0.9 sprints of work are ready. Below the band of 2 to 3.");
    const before = await shown(page);
    await page.getByLabel("Points a sprint").fill("6");
    await expect
      .poll(() => summary(page))
      .toBe("3 sprints of work are ready, 2.1 more than now. Within the band of 2 to 3.");
    expect(address(page)).toBe("?velocity=6");
    const after = await shown(page);
    expect(after).not.toBe(before);
    await page.reload();
    await expect.poll(() => shown(page)).toBe(after);
    expect(await page.getByLabel("Points a sprint").inputValue()).toBe("6");
    await page.getByRole("button", { name: "As it is" }).click();
    await expect.poll(() => shown(page)).toBe(before);
    await expect.poll(() => address(page)).toBe("");
  });
});

test("an address that somebody passed on sets every control", async () => {
  const query = "?velocity=22&sprints=3&people=2&velocity-with-people=yes&band=1-4&without=estimate&max=13";
  await withPage(PAGE + query, {}, async (page) => {
    await expect.poll(() => page.getByLabel("People in the team").inputValue()).toBe("2");
    expect(await page.getByLabel("Points a sprint").inputValue()).toBe("22");
    expect(await page.getByLabel("The velocity changes with them").isChecked()).toBe(true);
    expect(await page.getByLabel("From").inputValue()).toBe("1");
    expect(await page.getByRole("checkbox", { name: /^Estimate/u }).isChecked()).toBe(false);
    expect(await page.getByLabel("Largest size").inputValue()).toBe("13");
    // 5, 20 imputed, 13, 8 and 5 points are ready, and half of the people finish half of 22.
    expect(await shown(page)).toContain("51pointsreadyin5items÷11asprint");
    await expect.poll(() => address(page)).toBe(query);
  });
});

test("the keyboard alone reaches every control, changes it, and the sentence is announced", async () => {
  await withPage(PAGE, {}, async (page) => {
    await page.locator(".skip").focus();
    const names: string[] = [];
    for (let presses = 0; presses < 40 && names.at(-1) !== "reset"; presses += 1) {
      await page.keyboard.press("Tab");
      names.push(
        await page.evaluate(() => {
          const { activeElement: at } = document;
          return at instanceof HTMLInputElement ? at.name : at instanceof HTMLButtonElement ? at.type : "";
        }),
      );
      if (names.at(-1) === "lower") await page.keyboard.press("ArrowUp");
      if (names.at(-1) === "check" && names.at(-2) === "check") await page.keyboard.press("Space");
    }
    expect(names.filter((name) => name !== "")).toEqual([
      "velocity",
      "velocity",
      "sprints",
      "people",
      "inProportion",
      "lower",
      "upper",
      "check",
      "check",
      "maxSize",
      "reset",
    ]);
    await expect.poll(() => address(page)).toBe("?band=2.5-3&without=estimate");
    const status = page.getByRole("status");
    expect(await status.textContent()).toContain("Below the band of 2.5 to 3.");
    await page.keyboard.press("Enter");
    await expect.poll(() => address(page)).toBe("");
  });
});

test("a number out of range is put right when its field is left, and never while it is typed", async () => {
  await withPage(PAGE, {}, async (page) => {
    const field = page.getByLabel("Points a sprint");
    await field.fill("1000000");
    expect(await field.inputValue()).toBe("1000000");
    await field.blur();
    expect(await field.inputValue()).toBe("200");
  });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test.each([PAGE, `${PAGE}?velocity=9&people=2&band=3-4`, "odd/what-if/", "newcomers/what-if/"])(
    "axe finds nothing on %s",
    async (path) => {
      await withPage(path, { colorScheme, viewport: { width: 1024, height: 800 } }, async (page) => {
        await page.waitForTimeout(300);
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
        });
        expect(found).toEqual([]);
      });
    },
  );
});

test.each([PAGE, `${PAGE}?velocity=200&without=status`, "odd/what-if/?velocity=3"])(
  "nothing scrolls sideways at 320 px on %s",
  async (path) => {
    await withPage(path, { viewport: { width: 320, height: 640 } }, async (page) => {
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  },
);

test("what has the focus is never hidden behind the sentence on a phone", async () => {
  await withPage(PAGE, { viewport: { width: 320, height: 640 }, reducedMotion: "reduce" }, async (page) => {
    await page.locator(".skip").focus();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press("Tab");
      const isHidden = await page.evaluate(() => {
        const at = document.activeElement;
        const sentence = document.querySelector("[data-summary]")!;
        if (!at?.closest("form")) return false;
        const [own, over] = [at.getBoundingClientRect(), sentence.getBoundingClientRect()];
        return own.top >= over.top && own.top < over.bottom;
      });
      expect(isHidden).toBe(false);
    }
  });
});

test("nothing moves while the page comes to life", async () => {
  await withPage(PAGE, { viewport: { width: 390, height: 700 } }, async (page) => {
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 500);
        }),
    );
    expect(moved).toBe(0);
  });
});

test("without JavaScript the numbers of now are there, and that changing needs it", async () => {
  await withPage(PAGE, { javaScriptEnabled: false }, async (page) => {
    expect(await shown(page)).toContain("Readydepth0.9sprints");
    expect(await page.locator(".change noscript p").isVisible()).toBe(true);
    expect(await page.locator("form").isVisible()).toBe(false);
  });
});

test("what the browser draws is, to the last attribute, what was built", async () => {
  const markup = async (page: Page): Promise<string> =>
    (await page.locator(".results").innerHTML()).replace(/\s+/gu, " ").replaceAll("> <", "><");
  for (const path of [PAGE, "odd/what-if/"]) {
    let built = "";
    await withPage(path, { javaScriptEnabled: false }, async (page) => {
      built = await markup(page);
    });
    await withPage(path, {}, async (page) => {
      await page.getByLabel("Points a sprint").fill("6");
      await expect.poll(() => markup(page)).not.toBe(built);
      await page.getByRole("button", { name: "As it is" }).click();
      await expect.poll(() => markup(page)).toBe(built);
    });
  }
});

test("hostile names stay text when the browser draws them", async () => {
  await withPage("odd/what-if/?velocity=15", {}, async (page) => {
    await expect.poll(() => summary(page)).toContain("1.2 sprints");
    expect(await page.locator(".agenda").textContent()).toContain(`${HOSTILE}B`);
    expect(await page.locator("main img").count()).toBe(0);
  });
});

test("a team whose depth is not known is told what is missing", async () => {
  await withPage("newcomers/what-if/", {}, async (page) => {
    const text = await page.locator("main").textContent();
    expect(text).toContain("Not known yet: needs 3 finished sprints, has 2.");
    expect(await page.locator("form").count()).toBe(0);
  });
});
