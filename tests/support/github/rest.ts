import { jsonReply, messageReply, type Reply } from "./reply.ts";
import type { SchemaName } from "./schema.ts";
import type { Sight } from "./sight.ts";
import type { IssueRecord, WorldState } from "./state.ts";

export interface RestScene {
  readonly state: WorldState;
  readonly sight: Sight;
  readonly schema: SchemaName;
  /** The fake's own address, for the links in an answer. */
  readonly base: string;
}

const NOT_FOUND = messageReply(404, "Not Found");
/** A repository that issues move to is known by its number, as in GitHub's own redirects. */
const MOVED_TO = 7001;

const issueJson = ({ state, base }: RestScene, issue: IssueRecord): unknown => {
  const { owner, name } = state.repository;
  const repository = `${base}/repos/${owner}/${name}`;
  return {
    id: 9_000_000_000 + issue.number,
    node_id: issue.id,
    number: issue.number,
    title: issue.title,
    state: issue.state.toLowerCase(),
    state_reason: issue.stateReason?.toLowerCase() ?? null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    url: `${repository}/issues/${issue.number}`,
    repository_url: repository,
  };
};

/** One issue: there, moved to another repository, deleted, or never known. */
const issueReply = (scene: RestScene, number: number): Reply => {
  const issue = scene.state.issues.get(number);
  if (issue) return jsonReply(issueJson(scene, issue));
  const fate = scene.state.gone.get(number);
  if (!fate) return NOT_FOUND;
  if (fate.kind === "deleted") return messageReply(410, "This issue was deleted");
  const url = `${scene.base}/repositories/${MOVED_TO}/issues/${number}`;
  return jsonReply({ message: "Moved Permanently", url }, { status: 301, headers: { location: url } });
};

/** Where a redirect leads: the issue in its new repository, under its new number. */
const movedReply = ({ state, base }: RestScene, number: number): Reply => {
  const fate = state.gone.get(number);
  if (fate?.kind !== "transferred") return NOT_FOUND;
  const [repository, there] = fate.to.split("#");
  const repository_url = `${base}/repos/${repository}`;
  return jsonReply({
    number: Number(there),
    repository_url,
    url: `${repository_url}/issues/${there}`,
    state: "open",
  });
};

/** The few REST addresses that a sync needs. */
export const restReply = (scene: RestScene, path: string): Reply => {
  const { state, sight, schema } = scene;
  const { owner, name } = state.repository;
  if (path === "/meta")
    return jsonReply(
      schema === "github.com" ? {} : { installed_version: `${schema.slice("ghes-".length)}.0` },
    );
  if (path === "/rate_limit") {
    if (schema !== "github.com") return messageReply(404, "Rate limiting is not enabled.");
    const rate = {
      limit: sight.limit,
      remaining: sight.limit,
      used: 0,
      reset: Date.parse(state.now) / 1000 + 3600,
    };
    return jsonReply({ resources: { core: rate, graphql: rate }, rate });
  }
  const issue = /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(path);
  const ours = issue?.[1]?.toLowerCase() === `${owner}/${name}`.toLowerCase();
  if (issue && ours && sight.repository) return issueReply(scene, Number(issue[2]));
  const moved = /^\/repositories\/(\d+)\/issues\/(\d+)$/.exec(path);
  return moved && sight.otherRepositories ? movedReply(scene, Number(moved[2])) : NOT_FOUND;
};
