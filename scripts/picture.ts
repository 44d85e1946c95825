import { resolve } from "node:path";
import chromium from "@sparticuz/chromium";
import { preview } from "astro";
import { chromium as playwright } from "playwright-core";
import { readArgs } from "./cli/args.ts";
import { say } from "./cli/log.ts";

// The README shows the dashboard as it is: run this after a change of its looks.

const args = readArgs({
  name: "picture",
  does: "Takes the README's pictures of the first team's page, light and dark, from a built site.",
  flags: ["out"],
});
const FLAGS =
  "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run";

const server = await preview({ outDir: resolve(args.out), server: { port: 0 }, logLevel: "error" });
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: FLAGS.split(" "),
});
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 1180 }, colorScheme });
  await page.goto(`http://localhost:${server.port}/teams/demo/`);
  const path = `.github/dashboard-${colorScheme}.png`;
  await page.screenshot({ path });
  say(path);
}
await browser.close();
await server.stop();
