import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Report, reportSchema } from "../../../src/report/schema.ts";

const ROOT = resolve(import.meta.dirname, "..", "..", "..");

/** Three days after the demo team's last export: what is measured of the demo must not change from day to day. */
const AS_OF = "2026-11-23T08:00:00Z";

/** The demo team's report, measured in a folder of its own. */
export const demoReport = (): Report => {
  const data = mkdtempSync(join(tmpdir(), "runway-demo-"));
  try {
    cpSync(join(ROOT, "data", "teams"), join(data, "teams"), { recursive: true });
    for (const step of ["collect", "report"]) {
      const script = join(ROOT, "scripts", `${step}.ts`);
      execFileSync(process.execPath, [script, "--data", data, "--as-of", AS_OF], { cwd: ROOT });
    }
    return reportSchema.parse(JSON.parse(readFileSync(join(data, "report", "demo.json"), "utf8")));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
};
