import { resolve } from "node:path";
import { dev } from "astro";
import { readArgs } from "./cli/args.ts";
import { openSite } from "./steps/site.ts";

const args = readArgs({
  name: "dev",
  does: "Serves the pages from data/report and rebuilds them as their files change.",
  flags: ["data", "port"],
});
openSite(args.data);
process.env.BACKLOG_REPORT_DIR = resolve(args.data, "report");
await dev({ server: { port: args.port } });
