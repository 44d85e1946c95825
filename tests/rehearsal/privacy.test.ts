import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { tinyTeam } from "../../scripts/rehearse/teams.ts";
import { faultsOf, logOf, removeScratches, scratchWith, summaryOf } from "./scratch-teams.ts";

afterAll(removeScratches);

const HEADER =
  "Summary,Issue key,Issue id,Issue Type,Status,Resolution,Created,Updated,Resolved,Description,Assignee,Reporter,Labels,Labels,Branch,Comment,Custom field (Rank),Custom field (Story Points),Status Category";

/** One of each kind of secret, each of words of its own. */
const SECRETS = {
  title: "Acquire Zephyrine Holdings",
  assignee: "Quillon Vartanesh",
  reporter: "q.vartanesh@zephyrine.example",
  label: "layoff-quorvane",
  description: "Brintwick negotiates the price",
  branch: "feature/oskelwyn-takeover",
  comment: "Flummaroon must not know",
};

const secretExport = (): string => {
  const s = SECRETS;
  const row = (number: number, status: string, category: string, resolved: string): string =>
    `${s.title} ${number},PIER-${number},${number},Story,${status},${resolved ? "Done" : ""},02/Jan/26 9:00 AM,09/Jan/26 9:00 AM,${resolved},${s.description},${s.assignee},${s.reporter},${s.label},ready,${s.branch},${s.comment},0|${number}:,3,${category}`;
  const day = (number: number): string => `${String(8 + 7 * number).padStart(2, "0")}/Jan/26 9:00 AM`;
  return [
    HEADER,
    ...[0, 1, 2, 3].map((number) => row(number + 1, "Done", "Done", day(number))),
    ...[5, 6, 7, 8].map((number) => row(number, "To Do", "To Do", "")),
    // A row that cannot be read is named, and must not be quoted.
    `${s.title},,9,Story,To Do,,nonsense ${s.assignee},,,${s.description},${s.assignee},,${s.label},,${s.branch},,,${s.title},To Do`,
    "",
  ].join("\n");
};

/** Words that stand in no program and no page. */
const WORDS = /zephyrine|quillon|vartanesh|quorvane|brintwick|oskelwyn|flummaroon/i;

const textsBelow = (folder: string): [string, string][] =>
  globSync("**/*", { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]);

describe("a private source full of secrets", () => {
  const yaml = `${tinyTeam("Pier").replace("estimate: true", "estimate: true, labels: [ready]")}`;
  const scratch = scratchWith({
    files: { "data/teams/pier/team.yaml": yaml, "data/teams/pier/exports/2026-02-02.csv": secretExport() },
  });
  const everywhere = (): [string, string][] => [
    ...textsBelow(join(scratch.root, "site")),
    ...scratch.filesOf("backlog-data"),
    ...textsBelow(join(scratch.root, "cache")),
    ["commits", scratch.commits("backlog-data").join("\n")],
  ];

  it("leaves none of them in site, store, cache, summary, log or commit messages", async () => {
    const run = await scratch.start("workflow_dispatch");
    expect(faultsOf(run)).toBe("");
    const places: [string, string][] = [...everywhere(), ["summary", summaryOf(run)], ["log", logOf(run)]];
    expect(places.length).toBeGreaterThan(30);
    expect(
      places.filter(([file, text]) => WORDS.test(file) || WORDS.test(text)).map(([file]) => file),
    ).toEqual([]);
  });

  it("shows titles and nothing else when titles are allowed", async () => {
    scratch.push({ "data/teams/pier/team.yaml": `${yaml}publish: { titles: true }\n` });
    const run = await scratch.start("push");
    expect(faultsOf(run)).toBe("");
    expect(scratch.site("teams/pier/index.html")).toContain(SECRETS.title);
    const others = /quillon|vartanesh|quorvane|brintwick|oskelwyn|flummaroon/i;
    const places: [string, string][] = [...everywhere(), ["summary", summaryOf(run)], ["log", logOf(run)]];
    expect(places.filter(([, text]) => others.test(text)).map(([file]) => file)).toEqual([]);
  });

  it("fails the build and publishes nothing when a page would show one, without saying it", async () => {
    const page = readFileSync(join(scratch.root, "person/src/pages/404.astro"), "utf8");
    const before = scratch.site("404.html");
    // A fault of the program: it shows what it reads from the export, as JSON in an attribute.
    const leaking = page.replace(
      /^---\n/,
      '---\nimport { readFileSync } from "node:fs";\nconst leak = JSON.stringify({ who: readFileSync("data/teams/pier/exports/2026-02-02.csv", "utf8").split("\\n")[1].split(",")[10].toUpperCase().replace(" ", "\\u00a0") });\n',
    );
    const shown = leaking.replace(/<\/Page>|<\/[A-Za-z]+>\s*$/, (end) => `<p data-leak={leak}></p>${end}`);
    expect(shown).not.toBe(leaking);
    scratch.push({ "src/pages/404.astro": shown });
    const run = await scratch.start("push");
    expect(run.result).toBe("failure");
    expect(logOf(run)).toContain("404.html: holds a person that is withheld");
    expect(logOf(run)).not.toMatch(/quillon|vartanesh/i);
    expect(scratch.site("404.html")).toBe(before);
    expect(summaryOf(run)).toContain("No site was built");
  });
});
