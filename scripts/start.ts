import { resolve } from "node:path";
import { preview } from "astro";
import { readArgs } from "./cli/args.ts";
import { complain, say } from "./cli/log.ts";
import { refresh } from "./steps/refresh.ts";

const args = readArgs({
  name: "start",
  does: "Refreshes everything, then serves the site on this machine and prints its address.",
  flags: ["data", "out", "team", "as-of", "accept-shrink", "minutes", "port"],
});

// With a failure named above, the last good state is still worth looking at.
if (!(await refresh(args))) complain("Something failed and is named above; what could be built is served.");
const server = await preview({ outDir: resolve(args.out), server: { port: args.port }, logLevel: "error" });
say(
  `\nThe dashboard is at http://localhost:${server.port}${process.env.BASE_PATH ?? "/"}\nStop it with Ctrl+C.`,
);
