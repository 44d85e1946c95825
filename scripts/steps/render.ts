import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { build } from "astro";

/** So large must a process's share of the reports be, some two thousand pages, to save more than its start costs. */
const SHARE = 6_000_000;
/** Each holds every report and all of Astro in memory. */
const MOST = 4;

const SCRIPT = join(import.meta.dirname, "..", "render.ts");

const bytesIn = (folder: string): number =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

const renderShare = (share: string, folders: { out: string; cache: string }): Promise<void> =>
  new Promise((done, fail) => {
    const env = { ...process.env, BACKLOG_SHARE: share };
    const child = spawn(process.execPath, [SCRIPT, folders.out, folders.cache], { stdio: "inherit", env });
    child.on("error", fail);
    child.on("close", (code) =>
      code === 0 ? done() : fail(new Error(`Building share ${share} of the site ended with ${code}`)),
    );
  });

/** Moves what one folder holds into another. What both have is the same page of the whole site, and stays. */
const moveInto = (from: string, to: string): void => {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!existsSync(target)) renameSync(source, target);
    else if (entry.isDirectory()) moveInto(source, target);
  }
};

/** How many processes are worth their start. */
const sharesOf = (reports: string): number =>
  Math.min(MOST, availableParallelism(), Math.floor(bytesIn(reports) / SHARE));

/** The first share, in this process: its start has been paid for. */
const renderOwn = async (shares: number, out: string): Promise<void> => {
  process.env.BACKLOG_SHARE = `1/${shares}`;
  try {
    await build({ outDir: out, logLevel: "warn" });
  } finally {
    delete process.env.BACKLOG_SHARE;
  }
};

/**
 * Builds the pages of the reports in a folder. A large site is shared among processes, one for each core: each builds
 * the pages of some teams. The pages of all teams come out of each, and are the same.
 * @param options.workshop a folder on the same disk, for what is made on the way
 */
export const renderSite = async (options: {
  reports: string;
  out: string;
  workshop: string;
  shares?: number;
}): Promise<void> => {
  const { reports, out, workshop, shares = sharesOf(reports) } = options;
  if (shares < 2) return build({ outDir: out, logLevel: "warn" });
  const others = Array.from({ length: shares - 1 }, (_, index) => ({
    share: `${index + 2}/${shares}`,
    out: join(workshop, `share-${index + 2}`),
    cache: join(workshop, `cache-${index + 2}`),
  }));
  mkdirSync(workshop, { recursive: true });
  try {
    const started = others.map((one) => renderShare(one.share, one));
    const ended = await Promise.allSettled([renderOwn(shares, out), ...started]);
    for (const one of ended) if (one.status === "rejected") throw one.reason;
    for (const one of others) moveInto(one.out, out);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
};
