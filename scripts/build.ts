import { readArgs } from "./cli/args.ts";
import { buildSite } from "./steps/build.ts";

const args = readArgs({
  name: "build",
  does: "Builds the site from data/report. BASE_PATH=/repo/ sets the path it is served under.",
  flags: ["data", "out"],
});
process.exitCode = (await buildSite(args)) ? 0 : 1;
