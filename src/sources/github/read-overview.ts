import { addDays } from "../../lib/dates.ts";
import type { TrackerSprint } from "../../model/names.ts";
import type { BoardShape, MilestoneNode, Named, Overview, RepositoryShape } from "./answers.ts";
import { type Capabilities, capabilitiesOf } from "./capabilities.ts";
import type { Client } from "./client.ts";
import { LABELS_PAGE, MILESTONES_PAGE, OVERVIEW, OVERVIEW_WITHOUT_BOARD } from "./documents/overview.ts";
import { explainErrors } from "./explain.ts";
import { GithubError } from "./github-error.ts";
import { type Connection, readPages } from "./pages.ts";

/** The most that GitHub gives at once. */
const REST_SIZE = 100;

export type GithubSource = {
  owner: string;
  repository: string;
  project: { owner: string; number: number } | null;
};

/** Everything that no issue tells when it changes; read in full every time. */
export type RepositoryOverview = {
  capabilities: Capabilities;
  repository: RepositoryShape;
  board: BoardShape | null;
  labels: readonly Named[];
  milestones: readonly MilestoneNode[];
  /** The server's clock at the first answer, in milliseconds. */
  serverTime: number;
};

type Listed = { repository: Record<string, unknown> | null };

/** A list of the overview with what did not fit into it. */
const whole = async <Node>(
  first: Connection<Node> | null,
  options: { client: Client; source: GithubSource; document: string; field: "labels" | "milestones" },
): Promise<Node[]> => {
  const { client, source, document, field } = options;
  const nodes = (first?.nodes ?? []).filter((node): node is NonNullable<typeof node> => node !== null);
  if (first === null || nodes.length < first.nodes.length)
    throw new GithubError({
      kind: "answer",
      call: "Overview",
      found: `the list of ${field} ${first === null ? "is missing" : "has a hole"}.`,
      remedy: "Nothing of this answer was used. The next run tries again.",
    });
  if (!first.pageInfo.hasNextPage) return nodes;
  const pages = readPages<Listed, Node>({
    client,
    document,
    variables: { owner: source.owner, name: source.repository },
    pageSize: REST_SIZE,
    cursor: first.pageInfo.endCursor,
    connection: (data) => data.repository?.[field] as Connection<Node> | null,
  });
  for await (const page of pages) nodes.push(...(page.nodes as NonNullable<Node>[]));
  return nodes;
};

const missing = (found: string, remedy: string): GithubError =>
  new GithubError({ kind: "access", call: "Overview", found, remedy });

/** The first request of a reading, and its overflow. */
export const readOverview = async (client: Client, source: GithubSource): Promise<RepositoryOverview> => {
  const { owner, repository: name, project } = source;
  const { data, errors, serverTime } = await (project === null
    ? client.query<Overview>(OVERVIEW_WITHOUT_BOARD, { owner, name })
    : client.query<Overview>(OVERVIEW, { owner, name, login: project.owner, number: project.number }));
  const said = explainErrors(errors);
  if (data.repository === null)
    throw missing(
      `${owner}/${name} does not exist, or the token can't see it.${said ? ` ${said.found}` : ""}`,
      "Check `repository` in team.yaml, and give the token access to it with “Issues: read”.",
    );
  const board = data.repositoryOwner?.projectV2 ?? null;
  if (project !== null && board === null)
    throw missing(
      `board ${project.number} of ${project.owner} does not exist, or the token can't see it.${said ? ` ${said.found}` : ""}`,
      "Check `project` in team.yaml, and give the token “Projects: read” of the organization (a classic token: read:project; a board of a person needs a classic token). The token that Actions provides can't read boards at all.",
    );
  const more = { client, source };
  return {
    capabilities: capabilitiesOf(data),
    repository: data.repository,
    board,
    labels: await whole(data.repository.labels, { ...more, document: LABELS_PAGE, field: "labels" }),
    milestones: await whole(data.repository.milestones, {
      ...more,
      document: MILESTONES_PAGE,
      field: "milestones",
    }),
    serverTime,
  };
};

/** A milestone's last day is the UTC date of its due date: metrics.md §1. */
export const milestoneSprint = ({ id, title, dueOn }: MilestoneNode): TrackerSprint => ({
  id,
  title,
  start: null,
  end: dueOn === null ? null : dueOn.slice(0, 10),
});

/** The board's iterations, running, coming and past. */
export const iterationSprints = (board: BoardShape): TrackerSprint[] => {
  const configurations = board.fields.nodes.flatMap((field) => field?.configuration ?? []);
  // One field of iterations is the sprint; a second one would be something else.
  const [field] = configurations;
  return [...(field?.completedIterations ?? []), ...(field?.iterations ?? [])].map(
    ({ id, title, startDate, duration }) => ({
      id,
      title,
      start: startDate,
      end: addDays(startDate, duration - 1),
    }),
  );
};
