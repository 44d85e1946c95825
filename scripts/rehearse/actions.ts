import { configurePages, deployPages, uploadPages } from "./pages-actions.ts";
import { appToken, checkout, setupNode } from "./repository-actions.ts";
import type { StandIn } from "./stand-in.ts";
import { cacheRestore, cacheSave, downloadArtifact, uploadArtifact } from "./storage-actions.ts";

const STAND_INS: Readonly<Record<string, StandIn>> = {
  "actions/checkout": checkout,
  "actions/setup-node": setupNode,
  "actions/create-github-app-token": appToken,
  "actions/cache/restore": cacheRestore,
  "actions/cache/save": cacheSave,
  "actions/upload-artifact": uploadArtifact,
  "actions/download-artifact": downloadArtifact,
  "actions/configure-pages": configurePages,
  "actions/upload-pages-artifact": uploadPages,
  "actions/deploy-pages": deployPages,
};

/** @throws when the rehearsal has no stand-in for an action */
export const standInFor = (uses: string): StandIn => {
  const name = uses.split("@")[0]!;
  if (!Object.hasOwn(STAND_INS, name)) throw new Error(`the rehearsal has no stand-in for ${name}`);
  return STAND_INS[name]!;
};
