import { readArgs } from "./cli/args.ts";
import { scanSite } from "./steps/scan.ts";

const args = readArgs({
  name: "scan",
  does: "Searches a built site for what may not be published: people, descriptions, titles, labels.",
  flags: ["data", "out"],
});
process.exitCode = (await scanSite(args)) ? 0 : 1;
