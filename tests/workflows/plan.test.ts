import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tellSteps } from "../../scripts/cli/output.ts";
import { parseCommandFile } from "../../scripts/rehearse/command-file.ts";
import { TEAM_ID } from "../../scripts/workflow/folders.ts";
import { batchesOf, pagesOf } from "../../scripts/workflow/plan.ts";

describe("the batches of a matrix", () => {
  it("give every team a job of its own as long as there are jobs", () => {
    expect(batchesOf(["a", "b"])).toEqual([
      { name: "a", teams: ["a"] },
      { name: "b", teams: ["b"] },
    ]);
  });

  it("hold every team once, in no more jobs than GitHub starts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (count) => {
        const teams = Array.from({ length: count }, (_, index) => `t${index}`);
        const batches = batchesOf(teams);
        expect(batches.length).toBeLessThanOrEqual(256);
        expect(batches.flatMap((batch) => batch.teams)).toEqual(teams);
        expect(new Set(batches.map(({ name }) => name)).size).toBe(batches.length);
      }),
    );
  });
});

describe("where the site goes", () => {
  it("is GitHub Pages for a public repository and a download for a private one", () => {
    expect(pagesOf("", { private: false })).toBe("actions");
    expect(pagesOf("", { private: true })).toBe("artifact");
  });

  it("is what the variable says", () => {
    expect(pagesOf("actions", { private: true })).toBe("actions");
    expect(() => pagesOf("yes", { private: true })).toThrow("BACKLOG_PAGES");
  });
});

describe("what a workflow script shares with the rest", () => {
  it("is the rule for a team's folder", () => {
    const source = readFileSync(resolve(import.meta.dirname, "../../src/config/load.ts"), "utf8");
    expect(source).toContain(`const TEAM_ID = ${TEAM_ID};`);
  });

  it("is handed on without a line of it passing for another value", () => {
    const folder = mkdtempSync(join(tmpdir(), "runway-output-"));
    const file = join(folder, "output");
    writeFileSync(file, "");
    process.env.GITHUB_OUTPUT = file;
    try {
      tellSteps({ failed: "a\nkeep=true\nEOF\nx<<y" });
    } finally {
      delete process.env.GITHUB_OUTPUT;
    }
    expect(parseCommandFile(readFileSync(file, "utf8"))).toEqual({ failed: "a\nkeep=true\nEOF\nx<<y" });
    rmSync(folder, { recursive: true });
  });
});
