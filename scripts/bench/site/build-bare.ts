/** Builds the bare site: `node build-bare.ts PROJECT`, into `dist` of the project. */
import { join } from "node:path";
import { build } from "astro";
import { buildAnew } from "./build-anew.ts";

const [project] = process.argv.slice(2) as [string];
process.env.ASTRO_TELEMETRY_DISABLED = "1";
process.chdir(project);

await buildAnew(join(project, "dist"), () =>
  build({ root: project, configFile: false, trailingSlash: "always", logLevel: "error" }),
);
