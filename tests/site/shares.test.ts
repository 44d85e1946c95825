import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import type { Report } from "../../src/report/schema.ts";
import { bareReport } from "./bare-report.ts";
import { hostileReport } from "./hostile-report.ts";
import { sampleReport } from "./sample-report.ts";
import { filesIn } from "./site-files.ts";

const script = join(import.meta.dirname, "../support/run-render.ts");
const root = mkdtempSync(join(tmpdir(), "runway-shares-"));
afterAll(() => rmSync(root, { recursive: true }));

const named = (report: Report, id: string): Report => ({ ...report, team: { ...report.team, id } });

const reports = join(root, "report");
mkdirSync(reports);
for (const report of [sampleReport(), bareReport(), hostileReport()])
  writeFileSync(join(reports, `${report.team.id}.json`), JSON.stringify(report));

const build = async (from: string, out: string, shares: number): Promise<void> => {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    BASE_PATH: "/x/",
    BACKLOG_REPORT_DIR: from,
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  await promisify(execFile)(process.execPath, [script, from, out, String(shares)], { env });
};

/** Every file of the site that so many processes build, with its bytes. */
const built = async (shares: number): Promise<[string, string][]> => {
  const out = join(root, `site-${shares}`);
  await build(reports, out, shares);
  return filesIn(out).map((file) => [file, readFileSync(join(out, file), "latin1")]);
};

test("a site that several processes share is the site that one builds, byte for byte", async () => {
  const [one, two] = [await built(1), await built(2)];
  expect(one.length).toBeGreaterThan(100);
  expect(two.map(([file]) => file)).toEqual(one.map(([file]) => file));
  expect(two.filter(([, bytes], index) => bytes !== one[index]![1]).map(([file]) => file)).toEqual([]);
}, 240_000);

test("half a report in the share of another process ends the build and is named", async () => {
  const from = join(root, "broken");
  mkdirSync(from);
  // The larger one stays with the first process.
  writeFileSync(join(from, "large.json"), JSON.stringify(named(sampleReport(), "large")));
  writeFileSync(
    join(from, "small.json"),
    JSON.stringify({ ...named(bareReport(), "small"), rule: undefined }),
  );
  await expect(build(from, join(root, "no-site"), 2)).rejects.toThrow(
    /small\.json breaks the report contract: .*rule/s,
  );
}, 240_000);
