import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import papaparse from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { rankBetween } from "../../scripts/demo/lexorank.ts";

const root = join(import.meta.dirname, "..", "..");
const script = join(root, "scripts", "demo.ts");
const committed = join(root, "data", "teams", "demo");
const sprintMs = 14 * 86_400_000;

type Named = "Summary" | "Created" | "Updated" | "Resolved" | "Status" | "Resolution" | "Description";
type Spaced = "Issue key" | "Issue Type" | "Status Category" | "Status Category Changed";
type Row = Record<Named | Spaced | "Custom field (Rank)" | "Custom field (Story Points)", string>;
type Item = { key: string; points: number | null; ready: boolean; rank: string; sprint: string; row: Row };
type Observation = { at: number; items: Item[] };

describe("the demo team's files", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "demo-"));
    execFileSync(process.execPath, [script, "--out", folder], { cwd: root });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("come out byte for byte as they are committed", () => {
    expect(filesOf(folder)).toEqual(filesOf(committed));
    for (const path of filesOf(folder)) {
      expect(readFileSync(join(folder, path)).equals(readFileSync(join(committed, path))), path).toBe(true);
    }
  });

  test("come out the same when they are written over the old ones", () => {
    const before = filesOf(folder).map((path) => readFileSync(join(folder, path), "utf8"));
    execFileSync(process.execPath, [script, "--out", folder], { cwd: root });
    expect(filesOf(folder).map((path) => readFileSync(join(folder, path), "utf8"))).toEqual(before);
  });

  test("are small", () => {
    for (const path of filesOf(committed))
      expect(readFileSync(join(committed, path)).length, path).toBeLessThan(60_000);
  });
});

describe("the command", () => {
  test("explains itself", () => {
    const { status, stdout } = spawnSync(process.execPath, [script, "--help"], { encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout).toContain("Usage: node scripts/demo.ts [--out DIR]");
  });

  test("refuses an option that it does not have", () => {
    const { status, stderr } = spawnSync(process.execPath, [script, "--seed", "1"], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("--seed");
  });
});

describe("the exports", () => {
  const observations = readObservations();
  const first = observations[0]!;
  const last = observations.at(-1)!;

  test("are three for each of 14 sprints: after planning, in the middle, before the next", () => {
    expect(observations).toHaveLength(42);

    expect(sprintAt(last.at)).toBe(14);
  });

  test("name no people", () => {
    for (const column of Object.keys(first.items[0]!.row)) {
      expect(column).not.toMatch(/assignee|reporter|creator|lead|watcher/i);
    }
  });

  test("hold nothing from after their own time", () => {
    for (const { at, items } of observations) {
      for (const { row, key } of items) {
        const dates = [row.Created, row.Updated, row.Resolved, row["Status Category Changed"]];
        for (const date of dates.filter(Boolean)) expect(instant(date), key).toBeLessThanOrEqual(at);
        expect(instant(row.Created), key).toBeLessThanOrEqual(instant(row.Updated));
      }
    }
  });

  test("never lose an item, repeat a key, rank or title, or change when an item was created", () => {
    for (const [n, { items }] of observations.entries()) {
      for (const field of ["Issue key", "Custom field (Rank)", "Summary"] as const) {
        expect(new Set(items.map(({ row }) => row[field])).size).toBe(items.length);
      }
      for (const old of observations[n - 1]?.items ?? []) {
        const now = items.find(({ key }) => key === old.key);
        expect(now?.row.Created, old.key).toBe(old.row.Created);
      }
    }
  });

  test("use only the sprint names that the configuration gives", () => {
    const team = parse(readFileSync(join(committed, "team.yaml"), "utf8"));
    const names = new Set(
      Array.from({ length: 14 }, (_, n) => team.sprints.name.replace("{n}", String(n + 1))),
    );
    const used = new Set(last.items.map(({ sprint }) => sprint).filter(Boolean));
    expect([...used].filter((name) => !names.has(name))).toEqual([]);
    expect(new Date(`${team.sprints.first}T00:00Z`).getTime()).toBe(sprintStart(1));
  });

  test("hold more than three sprints of ordered work at all times", () => {
    for (const at of observations) expect(sizeOf(backlogOf(at, sprintAt(at.at)))).toBeGreaterThan(3 * 26);
  });

  test("do not list the rows in the order of the backlog", () => {
    const ranks = last.items.map(({ rank }) => rank);
    expect(ranks).not.toEqual(ranks.toSorted());
    expect(ranks).not.toEqual(ranks.toSorted().reverse());
  });

  test("tell of a depth inside the band, a fall below it and a recovery", () => {
    const depths = Array.from({ length: 11 }, (_, n) => depthAt(observations, n + 4, sprintStart(n + 4)));
    for (const early of depths.slice(0, 3)) expect(early).toBeGreaterThan(2.1);
    const lowest = Math.min(...depths);
    expect(lowest).toBeGreaterThan(1);
    expect(lowest).toBeLessThan(1.5);
    expect(depths.indexOf(lowest) + 4).toBeGreaterThanOrEqual(8);
    expect(depths.at(-1)).toBeGreaterThan(2);
    const now = depthAt(observations, 14, last.at);
    expect(now).toBeGreaterThan(2);
    expect(now).toBeLessThan(3);
  });

  test("leave something to refine in each of the next three sprints, first about the middle of the next", () => {
    const velocity = velocityAt(observations, 14);
    const unready: Item[][] = [[], [], []];
    let before = 0;
    let top: number | null = null;
    for (const item of backlogOf(last, 14)) {
      if (!item.ready) {
        top ??= before / velocity;
        unready[Math.floor(before / velocity)]?.push(item);
      }
      before += item.points ?? 3;
    }
    expect(top).toBeGreaterThan(0.3);
    expect(top).toBeLessThan(0.7);
    const counts = unready.map((items) => items.length);
    expect(counts[0]).toBeGreaterThanOrEqual(1);
    expect(counts[1]).toBeGreaterThanOrEqual(counts[0]!);
    expect(counts[2]).toBeGreaterThanOrEqual(counts[1]!);
    expect(unready.flat().some(({ points }) => points === null)).toBe(true);
    expect(unready.flat().some(({ points }) => points === 13)).toBe(true);
  });
});

describe("a rank between two", () => {
  test("lies between them, however often the same place is taken", () => {
    let [above, below] = ["0|i00007:", "0|i0000f:"];
    for (let n = 0; n < 200; n++) {
      const between = rankBetween(above, below);
      expect(between).toMatch(/^0\|[0-9a-z]{6}:[0-9a-z]*$/);
      expect(above < between && between < below).toBe(true);
      if (n % 3 === 0) above = between;
      else below = between;
    }
  });

  test("follows the last and goes before the first", () => {
    expect(rankBetween("0|i0000z:i", null)).toBe("0|i00017:");
    expect(rankBetween(null, "0|i00000:")).toBe("0|hzzzzs:");
  });
});

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

function readObservations(): Observation[] {
  const folder = join(committed, "exports");
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const at = name.replace(/T(\d\d)(\d\d)(\d\d)\.csv$/, "T$1:$2:$3Z");
      return { at: Date.parse(at), items: readItems(readFileSync(join(folder, name), "utf8")) };
    });
}

function readItems(csv: string): Item[] {
  const [header = [], ...rows] = papaparse.parse<string[]>(csv.trimEnd()).data;
  const items = rows.map((cells) => {
    const row = Object.fromEntries(header.map((name, n) => [name, cells[n] ?? ""])) as Row;
    const points = Number(row["Custom field (Story Points)"]) || null;
    const criteria = /^h3\. Acceptance criteria\n\* /m.test(row.Description);
    const ready = row.Status === "Ready" && points !== null && points <= 8 && criteria;
    const sprint = cells.filter((cell, n) => header[n] === "Sprint" && cell !== "").at(-1) ?? "";
    return { key: row["Issue key"], points, ready, rank: row["Custom field (Rank)"], sprint, row };
  });
  return items.filter(({ row }) => row["Issue Type"] !== "Epic" && row["Issue Type"] !== "Sub-task");
}

/** Wall clock, kept as if it were UTC. */
function instant(jira: string): number {
  const [, day, month, year, time] = /^(\d\d)\/(\w{3})\/(\d\d) (\d+:\d\d [AP]M)$/.exec(jira) ?? [];
  return Date.parse(`${day} ${month} 20${year} ${time} UTC`);
}

function sprintStart(n: number): number {
  return Date.UTC(2026, 4, 18) + (n - 1) * sprintMs;
}

function sprintAt(at: number): number {
  return Math.floor((at - sprintStart(1)) / sprintMs) + 1;
}

function backlogOf({ items }: Observation, sprint: number): Item[] {
  const outside = items.filter(
    ({ row, sprint: own }) => row["Status Category"] === "To Do" && own !== `Harbour Sprint ${sprint}`,
  );
  return outside.sort((a, b) => (a.rank < b.rank ? -1 : 1));
}

function sizeOf(items: readonly Item[]): number {
  return items.reduce((sum, { points }) => sum + (points ?? 3), 0);
}

function velocityAt(observations: readonly Observation[], sprint: number): number {
  const ended = [1, 2, 3, 4, 5].map((back) => sprint - back).filter((n) => n >= 1);
  const done = observations.at(-1)!.items.filter(({ row }) => row.Resolution === "Done");
  const finished = ended.map((n) => sizeOf(done.filter(({ row }) => sprintAt(instant(row.Resolved)) === n)));
  return finished.reduce((sum, size) => sum + size, 0) / ended.length;
}

/** Depth at an instant of a sprint; at its very start the sprint's own items still count, since no export shows them. */
function depthAt(observations: readonly Observation[], sprint: number, at: number): number {
  const seen = observations.findLast((observation) => observation.at <= at)!;
  return sizeOf(backlogOf(seen, sprint).filter(({ ready }) => ready)) / velocityAt(observations, sprint);
}
