import type { Run } from "./run.ts";

type StandInOptions = {
  run: Run;
  /** The inputs of the step, with the action's defaults not yet applied. */
  given: Record<string, string>;
  workspace: string;
  permissions: Record<string, string>;
};

/**
 * Does what an action does, as far as the workflows rely on it.
 * @throws when the action itself would fail
 */
export type StandIn = (options: StandInOptions) => Record<string, string>;

/** @throws when the job lacks a right, as the real call would be refused */
export const needRight = (
  permissions: Record<string, string>,
  name: string,
  level: "read" | "write",
): void => {
  const has = permissions[name] ?? "none";
  if (has !== "write" && has !== level) throw new Error(`the job may not ${level} ${name}`);
};
