/** Builds the site of the reports in a folder: `node build-ours.ts PROJECT REPORTS`, into `dist` of the project. */
import { join, resolve } from "node:path";
import { renderSite } from "../../steps/render.ts";
import { buildAnew } from "./build-anew.ts";

const [project, reports] = process.argv.slice(2) as [string, string];
process.env.BACKLOG_REPORT_DIR = resolve(reports);
process.env.ASTRO_TELEMETRY_DISABLED = "1";
// Astro keeps what it makes on the way in the folder from which it is started.
process.chdir(project);

const [out, workshop] = [join(project, "dist"), join(project, "shares")];
await buildAnew(out, () => renderSite({ reports: resolve(reports), out, workshop }));
