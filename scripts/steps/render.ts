import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { build } from "astro";
import { type ReportFile, shareOut } from "./share-out.ts";

/** So large must a process's share of the reports be, some two thousand pages, to save more than its start costs. */
const SHARE = 6_000_000;
/** Each holds its reports and all of Astro in memory. */
const MOST = 4;

const SCRIPT = join(import.meta.dirname, "..", "render.ts");
const JSON_FILE = ".json";

const reportsIn = (folder: string): ReportFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(JSON_FILE))
    .map((name) => ({ name, bytes: statSync(join(folder, name)).size }));

type Share = { reports: string; out: string; cache: string };

/** A share's own folders in the workshop, with its reports in place. */
const layOut = (names: readonly string[], options: { reports: string; folder: string }): Share => {
  const { reports, folder } = options;
  const share = { reports: join(folder, "report"), out: join(folder, "site"), cache: join(folder, "cache") };
  mkdirSync(share.reports, { recursive: true });
  for (const name of names) copyFileSync(join(reports, name), join(share.reports, name));
  return share;
};

/** Builds the site of some reports as if there were no others, in a process of its own. */
const renderShare = ({ reports, out, cache }: Share): Promise<void> =>
  new Promise((done, fail) => {
    const env = { ...process.env, BACKLOG_REPORT_DIR: reports };
    const child = spawn(process.execPath, [SCRIPT, out, cache], { stdio: "inherit", env });
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Error(`Building a share of the site ended with ${code}`)),
    );
  });

/** Moves what one folder holds into another. What both have is about all teams, or of none, and stays. */
const moveInto = (from: string, to: string): void => {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!existsSync(target)) renameSync(source, target);
    else if (entry.isDirectory()) moveInto(source, target);
  }
};

/** How many processes are worth their start. */
const processesFor = (reports: readonly ReportFile[]): number => {
  const bytes = reports.reduce((total, report) => total + report.bytes, 0);
  return Math.min(MOST, availableParallelism(), Math.floor(bytes / SHARE));
};

/** The pages of all teams, and those of some teams, in this process: its start has been paid for. */
const renderOwn = async (names: readonly string[], out: string): Promise<void> => {
  process.env.BACKLOG_TEAMS = names.map((name) => name.slice(0, -JSON_FILE.length)).join("/");
  try {
    await build({ outDir: out, logLevel: "warn" });
  } finally {
    delete process.env.BACKLOG_TEAMS;
  }
};

/**
 * Builds the pages of the reports in a folder. A large site is shared among processes, one for each core: each builds
 * the pages of some teams. The pages of all teams come from this one, which knows every report.
 * @param options.workshop a folder on the same disk, for what is made on the way
 * @param options.processes how many; by default as many as are worth their start
 */
export const renderSite = async (options: {
  reports: string;
  out: string;
  workshop: string;
  processes?: number;
}): Promise<void> => {
  const { reports, out, workshop } = options;
  const files = reportsIn(reports);
  const processes = options.processes ?? processesFor(files);
  if (processes < 2) return build({ outDir: out, logLevel: "warn" });
  const [own, ...theirs] = shareOut(files, processes) as [string[], ...string[][]];
  try {
    const shares = theirs.map((names, index) =>
      layOut(names, { reports, folder: join(workshop, String(index + 2)) }),
    );
    // Before this process narrows itself down to its own teams, which they would inherit.
    const started = shares.map(renderShare);
    const ended = await Promise.allSettled([renderOwn(own, out), ...started]);
    for (const one of ended) if (one.status === "rejected") throw one.reason;
    for (const share of shares) moveInto(share.out, out);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
};
