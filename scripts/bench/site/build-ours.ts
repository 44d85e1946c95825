/** Builds the site of the reports in a folder: `node build-ours.ts PROJECT REPORTS`, into `dist` of the project. */
import { join, resolve } from "node:path";
import { build } from "astro";
import { begin, report } from "../support/children.ts";
import { sizesOf } from "./sizes.ts";

const [project, reports] = process.argv.slice(2) as [string, string];
process.env.BACKLOG_REPORT_DIR = resolve(reports);
process.env.ASTRO_TELEMETRY_DISABLED = "1";
// Astro keeps what it makes on the way in the folder from which it is started.
process.chdir(project);

const started = begin();
await build({ root: project, logLevel: "error" });
report(started, sizesOf(join(project, "dist")).length);
