import { readArgs } from "./cli/args.ts";
import { refresh } from "./steps/refresh.ts";

const args = readArgs({
  name: "refresh",
  does: "Collects, measures and builds the site: what the scheduled workflow runs.",
  flags: ["data", "out", "team", "as-of", "accept-shrink", "minutes", "stored"],
});
process.exitCode = (await refresh(args)) ? 0 : 1;
