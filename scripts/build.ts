import { readArgs } from "./cli/args.ts";
import { buildSite } from "./steps/build.ts";
import { openSite } from "./steps/site.ts";

const args = readArgs({
  name: "build",
  does: "Builds the site from data/report. BASE_PATH=/repo/ sets the path it is served under.",
  flags: ["data", "out"],
});
const { right } = openSite(args.data);
process.exitCode = (await buildSite(args)) && right ? 0 : 1;
