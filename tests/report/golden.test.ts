import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { collectTeam } from "../../scripts/steps/collect.ts";
import { reportTeam } from "../../scripts/steps/report.ts";
import { openTeams } from "../../scripts/steps/teams.ts";
import { reportSchema } from "../../src/report/schema.ts";

// A change here is a change of the public report. After looking at the difference, renew it with
// npx vitest run tests/report/golden.test.ts -u
const GOLDEN = "../golden/pier.json";
const AS_OF = Date.parse("2026-02-04T09:00:00Z");

describe("a small team's exports, log and configuration", () => {
  let data = "";
  const said: string[] = [];
  const run = async (): Promise<string> => {
    const { teams, failed } = openTeams({ data, teams: [] });
    expect(failed).toBe(0);
    for (const team of teams) {
      expect(await collectTeam(team, { asOf: AS_OF, acceptShrink: false, asOfGiven: true, minutes: 1 })).toBe(
        true,
      );
      expect(await reportTeam(team, { data, asOf: AS_OF })).toBe(true);
    }
    return readFileSync(join(data, "report", "pier.json"), "utf8");
  };
  const store = (): string =>
    readdirSync(join(data, "store"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => readFileSync(path, "utf8"))
      .join("\n");

  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), "golden-"));
    cpSync(join(import.meta.dirname, "..", "fixtures", "golden"), data, { recursive: true });
    for (const channel of ["log", "error", "warn"] as const) {
      vi.spyOn(console, channel).mockImplementation((text: unknown) => {
        said.push(String(text));
      });
    }
  });
  afterEach(() => said.splice(0));
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(data, { recursive: true });
  });

  test("become the golden report", async () => {
    const text = await run();
    const report: unknown = JSON.parse(text);
    expect(reportSchema.parse(report)).toEqual(report);
    await expect(`${JSON.stringify(report, null, 1)}\n`).toMatchFileSnapshot(GOLDEN);
  });

  test("become the same bytes in a second run", async () => {
    const [before, first] = [store(), readFileSync(join(data, "report", "pier.json"), "utf8")];
    expect(await run()).toBe(first);
    expect(store()).toBe(before);
    expect(said[0]).toBe("pier: nothing new (4 observations known)");
  });

  test("never bring a title or a description into the store or the report", () => {
    const everything = store() + readFileSync(join(data, "report", "pier.json"), "utf8");
    expect(everything).not.toMatch(/Thing \d|floats|Somebody asked/);
  });
});
