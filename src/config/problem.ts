import type { ConfigPath } from "./errors.ts";
import { nearest } from "./nearest.ts";
import { anyOf, showValue } from "./show.ts";

/** One mistake, before it has a line. */
export type Problem = {
  /** `conflict`: a key that can't stand beside another; `rule`: something that no single value shows. */
  kind: "wrong" | "missing" | "unknown" | "conflict" | "rule";
  path: ConfigPath;
  message: string;
  /** Of an unknown key: the key that was probably meant. */
  meant?: string | null;
};

/** An unknown key, with the key that it probably stands for. */
export const unknownKey = (
  key: string,
  known: readonly string[],
  free: readonly string[],
  path: ConfigPath,
): Problem => {
  const meant = nearest(key, free);
  const hint = meant === null ? "" : `. Did you mean ${showValue(meant)}?`;
  const message = `expected ${known.length > 1 ? "one of the keys" : "the key"} ${anyOf(known)}, found ${showValue(key)}${hint}`;
  return { kind: "unknown", path: [...path, key], message, meant };
};
