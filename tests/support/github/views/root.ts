import { githubError, unresolvedNode } from "../github-error.ts";
import { ownerView, projectView } from "./board-view.ts";
import { issueView } from "./issue-view.ts";
import { repositoryView } from "./repository-view.ts";
import type { Scene, View } from "./scene.ts";
import { labelView, milestoneView } from "./small-views.ts";

/** What bears an id, or the error that stands in its place. */
const nodeView = (scene: Scene, id: string): View | Error => {
  const { state, sight } = scene;
  const issue = /^I_(\d+)$/.exec(id);
  const record = issue && sight.repository ? state.issues.get(Number(issue[1])) : undefined;
  if (record) return issueView(scene, record);
  if (state.board?.id === id && sight.projects !== "none") return projectView(scene);
  const label = state.labels.find((one) => one.id === id && !one.deleted);
  if (label) return labelView(label);
  const milestone = state.milestones.find((one) => one.id === id && !one.deleted);
  return milestone ? milestoneView(milestone) : unresolvedNode(id);
};

/** Where every query begins. */
export const rootView = (scene: Scene): View => {
  const { state, sight, rate } = scene;
  const { owner, name } = state.repository;
  const ownerNamed = (login: string): View | null =>
    login.toLowerCase() === owner.toLowerCase() || login === state.board?.owner
      ? ownerView(scene, login)
      : null;
  const ownerOfKind = (kind: "Organization" | "User") => {
    return ({ login }: { login: string }): View => {
      const view = state.ownerKind === kind ? ownerNamed(login) : null;
      if (view) return view;
      throw githubError(
        "NOT_FOUND",
        `Could not resolve to ${kind === "User" ? "a User" : "an Organization"} with the login of '${login}'.`,
      );
    };
  };
  return {
    rateLimit: rate,
    viewer: { __typename: "User", id: `U_${sight.login}`, login: sight.login },
    repository: (args: { owner: string; name: string }) => {
      const asked = `${args.owner}/${args.name}`;
      if (sight.repository && asked.toLowerCase() === `${owner}/${name}`.toLowerCase())
        return repositoryView(scene);
      throw githubError("NOT_FOUND", `Could not resolve to a Repository with the name '${asked}'.`);
    },
    repositoryOwner: ({ login }: { login: string }) => ownerNamed(login),
    organization: ownerOfKind("Organization"),
    user: ownerOfKind("User"),
    node: ({ id }: { id: string }) => nodeView(scene, id),
    nodes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => nodeView(scene, id)),
  };
};
