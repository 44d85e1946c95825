import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeBareSite } from "./site/bare-site.ts";
import { demoReport } from "./site/demo-report.ts";
import { longReport } from "./site/long-report.ts";
import { type Size, sizesOf } from "./site/sizes.ts";
import { writeReports } from "./site/write-reports.ts";
import { interleaved } from "./support/children.ts";
import type { Measure } from "./support/measure.ts";

const TEAMS = 50;
const SPRINTS = 130;
const TIMES = 5;
/** Memory that looks like a disk: the disk's own speed would hide the difference. */
const MEMORY = "/dev/shm";
const KB = 1000;

const here = (name: string): string => join(import.meta.dirname, "site", name);

const mean = (sizes: readonly Size[]): number =>
  sizes.reduce((sum, { bytes }) => sum + bytes, 0) / sizes.length / KB;

/** The project without its data, since Astro builds best beside its sources. */
const copyProject = (folder: string): void => {
  for (const part of ["src", "public", "astro.config.mjs", "package.json", "tsconfig.json"]) {
    cpSync(resolve(part), join(folder, part), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
};

/** The site of fifty teams with five years each, against an Astro site that only writes as many pages and bytes. */
export const bench = (): Measure[] => {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "site-"));
  try {
    const [reports, own, bare] = [join(folder, "reports"), join(folder, "own"), join(folder, "bare")];
    copyProject(own);
    const report = demoReport();
    writeReports(
      reports,
      Array.from({ length: TEAMS }, (_, team) => longReport(report, { team: team + 1, count: SPRINTS })),
    );
    const ours = { script: here("build-ours.ts"), args: [own, reports] };
    interleaved({ first: ours }, 1);
    const sizes = sizesOf(join(own, "dist"));
    writeBareSite(bare, sizes);
    const result = interleaved({ ours, bare: { script: here("build-bare.ts"), args: [bare] } }, TIMES);
    const bareSizes = sizesOf(join(bare, "dist"));
    const pages = sizes.filter(({ isPage }) => isPage);
    const largest = Math.max(...pages.map(({ bytes }) => bytes)) / KB;
    return [
      {
        name: "the site ÷ a bare Astro site of as many pages and bytes",
        value: result.ours.ms / result.bare.ms,
        goal: 1.5,
        detail: `${(result.ours.ms / 1000).toFixed(1)} s to ${(result.bare.ms / 1000).toFixed(1)} s; ${sizes.length} and ${bareSizes.length} files, of them ${pages.length} pages of ${mean(pages).toFixed(0)} KB; the largest has ${largest.toFixed(0)} KB`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
