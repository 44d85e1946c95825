import { rmSync } from "node:fs";
import { begin, report } from "../support/children.ts";

/** Builds a site and reports how long that took. The one before it is removed first: a build starts from nothing. */
export const buildAnew = async (out: string, build: () => Promise<unknown>): Promise<void> => {
  rmSync(out, { recursive: true, force: true });
  const started = begin();
  await build();
  report(started, 1);
};
