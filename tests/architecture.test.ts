import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What each folder may import of ours, besides itself: architecture.md §1. Files may stand for folders. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "src/lib": [],
  "src/model": ["src/lib"],
  "src/config": ["src/lib", "src/model"],
  "src/sources": ["src/lib", "src/model", "src/config"],
  "src/history": ["src/lib", "src/model"],
  "src/metrics": ["src/lib", "src/model", "src/history"],
  "src/report": ["src/lib", "src/model", "src/config", "src/history", "src/metrics"],
  "src/charts": ["src/lib", "src/report/schema", "src/report/load"],
  "src/components": ["src/lib", "src/report/schema", "src/report/load", "src/charts", "src/docs"],
  "src/layouts": [
    "src/lib",
    "src/report/schema",
    "src/report/load",
    "src/charts",
    "src/components",
    "src/styles",
  ],
  "src/pages": [
    "src/lib",
    "src/report/schema",
    "src/report/load",
    "src/charts",
    "src/components",
    "src/layouts",
    "src/styles",
    "src/docs",
  ],
  scripts: ["src", "scripts"],
};

/** The only files that may touch the disk or the network. */
const TOUCHES_DISK = [
  "src/sources/list-exports.ts",
  "src/sources/list-sessions.ts",
  "src/sources/github/guarded-fetch.ts",
  "src/sources/github/pending.ts",
  "src/components/og/picture-cache.ts",
  "src/history/store.ts",
  "src/config/load.ts",
  "src/report/load.ts",
];

const files = globSync("{src,scripts}/**/*.{ts,tsx,astro}", { cwd: root }).sort();
const text = (file: string): string => readFileSync(join(root, file), "utf8");
const importsOf = (file: string): string[] =>
  [...text(file).matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, path]) =>
    relative(root, resolve(root, dirname(file), path!)),
  );
const folderOf = (file: string): string =>
  Object.keys(MAY_IMPORT).find((folder) => file.startsWith(`${folder}/`)) ?? "";

describe("architecture", () => {
  it("finds the files it watches over", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.some((file) => importsOf(file).length > 0)).toBe(true);
  });

  it("lets a folder import only what stands left of it in the flow", () => {
    const wrong = files.flatMap((file) => {
      const folder = folderOf(file);
      const allowed = [folder, ...(MAY_IMPORT[folder] ?? [])];
      return importsOf(file)
        .filter(
          (path) =>
            !allowed.some(
              (place) => path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`),
            ),
        )
        .map((path) => `${file} imports ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it("lets nobody import a script but scripts", () => {
    const wrong = files.filter(
      (file) => file.startsWith("src/") && importsOf(file).some((path) => path.startsWith("scripts/")),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps disk and network in the named files", () => {
    const touching = files.filter(
      (file) =>
        file.startsWith("src/") &&
        /from "node:(fs|fs\/promises|net|http|https|child_process)"|\bfetch\(/.test(text(file)),
    );
    expect(touching.filter((file) => !TOUCHES_DISK.includes(file))).toEqual([]);
  });

  it("sets as markup what the escaping template wrote, or a text of the project's own", () => {
    const setting = files.flatMap((file) =>
      [...text(file).matchAll(/set:html=(.*?)(?: \/>|\n)/g)].map(([, value]) => ({ file, value: value! })),
    );
    const written = /^\{(html`.*`|itemName\(.*\))\.text\}$/;
    const wrong = setting.filter(({ file, value }) => file.endsWith(".astro") && !written.test(value));
    expect(setting.length).toBeGreaterThan(5);
    // Documents of the project, read from src/docs at build.
    expect(wrong.map(({ file }) => file)).toEqual(["src/components/Doc.astro"]);
  });

  it("reads the clock in scripts alone", () => {
    // A page in the browser may ask how old its data is; nothing that measures may.
    const exempt = (file: string): boolean =>
      file.startsWith("src/components/") || file.startsWith("scripts/");
    const reading = files.filter(
      (file) => !exempt(file) && /Date\.now\(|new Date\(\)|Temporal\.Now/.test(text(file)),
    );
    expect(reading).toEqual([]);
  });

  it("keeps every file under 250 lines", () => {
    const long = [...files, ...globSync("tests/**/*.ts", { cwd: root })].filter(
      (file) => text(file).split("\n").length > 251,
    );
    expect(long).toEqual([]);
  });

  it("exports a default only where Astro asks for it", () => {
    expect(files.filter((file) => !file.endsWith(".astro") && /^export default/m.test(text(file)))).toEqual(
      [],
    );
  });
});
