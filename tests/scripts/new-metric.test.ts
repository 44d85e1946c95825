import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kind } from "../../scripts/new/metric.ts";
import { begin } from "../../scripts/new/support/begin.ts";

const project = resolve(import.meta.dirname, "../..");
const COPIED = ["src", "tests/support", "tests/metrics/registry.test.ts", "tests/metrics", "package.json"];
const ID = "backlog-breadth";
const WRITTEN = [`src/metrics/${ID}.ts`, `tests/metrics/${ID}.test.ts`];

describe("a new metric", { timeout: 120_000 }, () => {
  let root = "";
  let written: string[] | string = [];
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "new-metric-"));
    for (const path of [...COPIED, "tsconfig.json", "biome.json", "vitest.config.ts"])
      cpSync(join(project, path), join(root, path), { recursive: true });
    symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
    // Outside a repository there is no list of ignored files to ask for.
    const biome = JSON.parse(readFileSync(join(root, "biome.json"), "utf8")) as Record<string, unknown>;
    writeFileSync(join(root, "biome.json"), JSON.stringify({ ...biome, vcs: { enabled: false } }));
    written = begin(kind, { root, id: ID });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const run = (command: string, ...args: string[]) => {
    const bin = join(project, "node_modules", ".bin", command);
    const { status, stdout, stderr } = spawnSync(bin, args, { cwd: root, encoding: "utf8" });
    return { status, output: `${stdout}${stderr}` };
  };

  test("gets its source, test, doc and registration", () => {
    expect(written).toEqual([...WRITTEN, `src/docs/${ID}.md`, "src/metrics/registry.ts"]);
    const registry = readFileSync(join(root, "src/metrics/registry.ts"), "utf8");
    expect(registry).toContain(
      'import { backlogBreadth } from "./backlog-breadth.ts";\nimport { backlogFlow } from "./backlog-flow.ts";\n',
    );
    expect(registry).toMatch(/^ {2}backlogBreadth,\n\];$/m);
  });

  test("passes its own test, and the one that asks for everything that a metric needs", () => {
    const { status, output } = run("vitest", "run", WRITTEN[1]!, "tests/metrics/registry.test.ts");
    expect(status, output).toBe(0);
  });

  test("passes the linter and is formatted, however long its name", () => {
    const long = "share-of-items-that-nobody-remembers-to-have-asked-for";
    for (const id of [ID, "mix", long])
      for (const { path, text } of kind.files(id)) writeFileSync(join(root, path), text);
    const others = ["mix", long].flatMap((id) => kind.files(id).map(({ path }) => path));
    const { status, output } = run(
      "biome",
      "check",
      "--error-on-warnings",
      ...WRITTEN,
      ...others,
      "src/metrics/registry.ts",
    );
    expect(status, output).toBe(0);
  });

  test("passes the types", () => {
    const config = { extends: "./tsconfig.json", include: [...WRITTEN, "src/metrics/registry.ts"] };
    writeFileSync(join(root, "tsconfig.new.json"), JSON.stringify(config));
    const { output } = run("tsc", "--noEmit", "--project", "tsconfig.new.json");
    expect(output.split("\n").filter((line) => line.includes(ID) || line.includes("registry"))).toEqual([]);
    expect(output).not.toContain("error TS18003");
  });
});
