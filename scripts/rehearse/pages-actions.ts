import { cpSync, existsSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { needRight, type StandIn } from "./stand-in.ts";
import { copyVisible } from "./storage-actions.ts";

const ARTIFACT = "github-pages";

/** actions/configure-pages: fails as long as nobody has switched Pages on. */
export const configurePages: StandIn = ({ run, permissions }) => {
  needRight(permissions, "pages", "read");
  if (!run.pagesEnabled) throw new Error("Get Pages site failed: Pages is not enabled for this repository");
  const [owner, name] = run.repository.split("/") as [string, string];
  const origin = `https://${owner}.github.io`;
  return { origin, host: `${owner}.github.io`, base_path: `/${name}`, base_url: `${origin}/${name}` };
};

/** actions/upload-pages-artifact: one archive of the folder, links resolved, nothing that begins with a dot. */
export const uploadPages: StandIn = ({ run, given, workspace }) => {
  const from = join(workspace, given.path ?? "_site");
  const to = join(run.artifacts, ARTIFACT);
  if (!existsSync(from)) throw new Error(`there is no folder ${given.path}`);
  if (existsSync(to)) throw new Error("a run can hand over one site");
  copyVisible(from, to);
  return { artifact_id: ARTIFACT };
};

/** actions/deploy-pages: takes this run's archive, which must hold plain files and folders only. */
export const deployPages: StandIn = ({ run, permissions }) => {
  needRight(permissions, "pages", "write");
  needRight(permissions, "id-token", "write");
  const from = join(run.artifacts, ARTIFACT);
  if (!existsSync(from)) throw new Error(`this run has no artifact ${ARTIFACT}`);
  const links = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((file) =>
    lstatSync(join(from, file)).isSymbolicLink(),
  );
  if (links.length > 0) throw new Error(`a site may hold no links: ${links[0]}`);
  const site = join(run.root, "site");
  rmSync(site, { recursive: true, force: true });
  cpSync(from, site, { recursive: true });
  const [owner, name] = run.repository.split("/") as [string, string];
  return { page_url: `https://${owner}.github.io/${name}/` };
};
