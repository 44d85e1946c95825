import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { git } from "./process.ts";
import { needRight, type StandIn } from "./stand-in.ts";

/** actions/checkout: a branch, or the run's commit, into the workspace or a path below it. */
export const checkout: StandIn = ({ run, given, workspace, permissions }) => {
  needRight(permissions, "contents", "read");
  const folder = join(workspace, given.path ?? ".");
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "--quiet");
  git(folder, "remote", "add", "origin", `file://${run.remote}`);
  const depth = given["fetch-depth"] === "0" ? [] : [`--depth=${given["fetch-depth"] ?? "1"}`];
  git(folder, "fetch", "--quiet", ...depth, "origin", given.ref ?? run.sha);
  git(folder, "checkout", "--quiet", "--detach", "FETCH_HEAD");
  return { commit: git(folder, "rev-parse", "HEAD") };
};

/** actions/setup-node: the runner has the Node that rehearses; only the file that names the version is looked for. */
export const setupNode: StandIn = ({ given, workspace }) => {
  const file = given["node-version-file"];
  if (file !== undefined && !existsSync(join(workspace, file))) throw new Error(`there is no ${file}`);
  return { "node-version": process.version };
};

/** actions/create-github-app-token: a token that is none. */
export const appToken: StandIn = ({ given }) => {
  if (!given["client-id"] || !given["private-key"]) throw new Error("client-id and private-key are needed");
  return { token: "rehearsal-app-token" };
};
