import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Size } from "./sizes.ts";

const PAGE = `---
import sizes from "../sizes.json";
export const getStaticPaths = () =>
  sizes.filter(({ isPage }) => isPage).map(({ path, bytes }) => ({ params: { path: path === "" ? undefined : path }, props: { bytes } }));
const { bytes } = Astro.props;
---
<!doctype html><html lang="en"><head><title>Bare</title></head><body><p>{"x".repeat(bytes)}</p></body></html>
`;

const FILE = `import sizes from "../sizes.json";
export const getStaticPaths = () =>
  sizes.filter(({ isPage, path }) => !isPage && path.endsWith(".EXT")).map(({ path, bytes }) => ({ params: { path: path.slice(0, -1 - "EXT".length) }, props: { bytes } }));
export const GET = ({ props }) => new Response("x".repeat(props.bytes));
`;

/** Writes an Astro project that has nothing to think about: the same paths, filled with as many letters. */
export const writeBareSite = (folder: string, sizes: readonly Size[]): void => {
  mkdirSync(join(folder, "src", "pages"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }\n`);
  writeFileSync(join(folder, "src", "sizes.json"), JSON.stringify(sizes));
  writeFileSync(join(folder, "src", "pages", "[...path].astro"), PAGE);
  const endings = new Set(
    sizes.filter(({ isPage }) => !isPage).map(({ path }) => path.split(".").at(-1) ?? ""),
  );
  for (const ending of endings) {
    writeFileSync(join(folder, "src", "pages", `[...path].${ending}.ts`), FILE.replaceAll("EXT", ending));
  }
};
