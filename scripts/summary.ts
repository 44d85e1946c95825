import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Report, reportSchema } from "../src/report/schema.ts";
import { readArgs } from "./cli/args.ts";
import { writeSummary } from "./summary/write.ts";

const args = readArgs({
  name: "summary",
  does: "Writes what a run of the workflow did, as Markdown: to GITHUB_STEP_SUMMARY, else to the screen.",
  flags: ["data"],
});

/** The reports in a folder; of an older version of the contract none, since their numbers may mean something else. */
const reportsIn = (folder: string): Report[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const parsed = reportSchema.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => a.team.name.localeCompare(b.team.name, "en"));
};

const list = (text: string | undefined): string[] => JSON.parse(text || "[]") as string[];

/** Why there is no link to the site. */
const noteOf = (env: NodeJS.ProcessEnv): string | null => {
  if (env.KEEP === "false")
    return "A trial: nothing is committed or published. The site is a download of this run.";
  if (env.PAGES === "artifact") return "The site is a download of this run: **site**, under Artifacts.";
  return env.PAGES === "branch" ? "The site is on the branch `backlog-site`." : null;
};

const { env } = process;
const current = join(args.data, "report");
const published = join(args.data, "published");
const address = env.SITE ? env.SITE.replace(/\/*$/, "/") : null;
// Only the workflow builds beside it; on its own the command says what the reports hold.
const hasSite = env.KEEP === undefined || existsSync("dist/index.html");
const text = writeSummary({
  reports: reportsIn(current),
  previous: new Map(reportsIn(published).map((report) => [report.team.id, report])),
  failed: [...new Set([...list(env.FAILED), ...list(env.MISSING)])].sort(),
  site: hasSite && env.KEEP !== "false" ? address : null,
  note: hasSite ? noteOf(env) : "**No site was built**, so nothing is published; the last one stays.",
});
if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, text);
else console.log(text);

// From here on these are the last published ones; the workflow keeps them for the next run's comparison.
if (hasSite && env.KEEP === "true" && existsSync(current)) {
  rmSync(published, { recursive: true, force: true });
  cpSync(current, published, { recursive: true });
}
