import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);

const COUNTER = `import { useState } from "react";
export default function Counter() {
  const [count] = useState(3);
  return <output>{count} sprints</output>;
}
`;
const PAGE = `---
import Counter from "../Counter.tsx";
---
<Counter client:visible />
`;

/** Each package by a link of its own: what a build keeps in the folder stays apart from builds that run beside it. */
const linkPackages = (folder: string): void => {
  mkdirSync(folder);
  for (const name of readdirSync("node_modules")) {
    if (!name.startsWith(".")) symlinkSync(resolve("node_modules", name), join(folder, name));
  }
};

test("the first React component of the project is drawn at build, and what it needs in the browser goes with it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "runway-island-"));
  try {
    for (const file of ["astro.config.mjs", "package.json", "tsconfig.json"])
      copyFileSync(file, join(folder, file));
    linkPackages(join(folder, "node_modules"));
    mkdirSync(join(folder, "src", "pages"), { recursive: true });
    writeFileSync(join(folder, "src", "Counter.tsx"), COUNTER);
    writeFileSync(join(folder, "src", "pages", "index.astro"), PAGE);
    const env = { ...process.env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" };
    await run(process.execPath, [resolve("node_modules", "astro", "bin", "astro.mjs"), "build"], {
      cwd: folder,
      env,
    });
    const html = readFileSync(join(folder, "dist", "index.html"), "utf8");
    expect(html).toMatch(/<output>3(?:<!-- -->)? sprints<\/output>/u);
    const scripts = [...html.matchAll(/(?:component|renderer)-url="([^"]+)"/gu)].map(([, path]) => path!);
    expect(scripts).toHaveLength(2);
    for (const path of scripts) expect(existsSync(join(folder, "dist", path))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
