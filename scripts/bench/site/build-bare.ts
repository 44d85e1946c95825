/** Builds the bare site: `node build-bare.ts PROJECT`, into `dist` of the project. */
import { join } from "node:path";
import { build } from "astro";
import { begin, report } from "../support/children.ts";
import { sizesOf } from "./sizes.ts";

const [project] = process.argv.slice(2) as [string];
process.env.ASTRO_TELEMETRY_DISABLED = "1";
process.chdir(project);

const started = begin();
await build({ root: project, configFile: false, trailingSlash: "always", logLevel: "error" });
report(started, sizesOf(join(project, "dist")).length);
