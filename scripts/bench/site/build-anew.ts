import { rmSync } from "node:fs";
import { join } from "node:path";
import { type AstroInlineConfig, build } from "astro";
import { begin, report } from "../support/children.ts";

/** Builds a site and reports how long that took. The one before it is removed first: a build starts from nothing. */
export const buildAnew = async (config: AstroInlineConfig & { root: string }): Promise<void> => {
  rmSync(join(config.root, "dist"), { recursive: true, force: true });
  const started = begin();
  await build(config);
  report(started, 1);
};
