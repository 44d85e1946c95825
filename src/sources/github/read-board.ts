import { fold } from "../../lib/text.ts";
import type { Facts, Field } from "../../model/facts.ts";
import type { BoardRead, BoardValue } from "../../model/tracker-read.ts";
import type { BoardCard, BoardFieldValue, BoardItems } from "./answers.ts";
import type { BoardFields } from "./board-fields.ts";
import type { Client } from "./client.ts";
import { BOARD_SIZE } from "./documents/board.ts";
import { GithubError } from "./github-error.ts";
import { readPages } from "./pages.ts";
import type { GithubReading } from "./reading.ts";

export type BoardResult = {
  board: BoardRead;
  /** Node ids of the team's issues on it. */
  nodes: ReadonlyMap<string, string>;
  cards: number;
  skipped: Record<string, number>;
  updatedAt: string | null;
};

const SKIPPED: Record<string, string> = {
  PULL_REQUEST: "pull request",
  DRAFT_ISSUE: "draft",
  REDACTED: "redacted card",
};

/** Why a card is no item of the team; `null` for one that is. */
const whySkipped = (card: BoardCard, reading: GithubReading): string | null => {
  const { type, content } = card;
  if (type !== "ISSUE") return SKIPPED[type] ?? "other card";
  if (content?.number === undefined || content.repository === undefined) return "redacted card";
  return fold(content.repository.nameWithOwner) === fold(reading.repository)
    ? null
    : "issue of another repository";
};

type Values = Partial<Record<Field, BoardValue>>;

const valuesOf = (card: BoardCard, options: { fields: BoardFields; milestones: boolean }): Values => {
  const { fields, milestones } = options;
  const named = (name: string | null): BoardFieldValue | null =>
    card.fieldValues.nodes.find((value) => name !== null && value?.field?.name === name) ?? null;
  const value = (found: BoardFieldValue | null, of: Facts[Field] | undefined): BoardValue => ({
    value: of ?? null,
    updatedAt: found?.updatedAt ?? null,
  });
  const [status, iteration, estimate] = [
    named(fields.status),
    named(fields.iteration),
    named(fields.estimate),
  ];
  return {
    ...(fields.status === null ? {} : { status: value(status, status?.name) }),
    ...(fields.iteration === null || milestones ? {} : { sprint: value(iteration, iteration?.iterationId) }),
    ...(fields.estimate === null ? {} : { estimate: value(estimate, estimate?.number) }),
  };
};

/** The facts that a board of these fields gives. */
export const boardFacts = (fields: BoardFields, milestones: boolean): Field[] => [
  ...(fields.status === null ? [] : (["status"] as const)),
  ...(fields.iteration === null || milestones ? [] : (["sprint"] as const)),
  ...(fields.estimate === null ? [] : (["estimate"] as const)),
];

/** The number as the tracker shows it; 0 is unset unless the team says that it is a size. */
const withoutZero = (values: Values, { zeroIsSize }: GithubReading): Values =>
  values.estimate?.value === 0 && !zeroIsSize
    ? { ...values, estimate: { ...values.estimate, value: null } }
    : values;

/** Reads a whole board in the order that people gave it. Cards that are no issue of the repository are counted. */
export const readBoard = async (options: {
  client: Client;
  document: string;
  project: { owner: string; number: number };
  fields: BoardFields;
  reading: GithubReading;
}): Promise<BoardResult> => {
  const { client, document, project, fields, reading } = options;
  const { milestones } = reading;
  const items = new Map<string, Values>();
  const order: string[] = [];
  const ids = new Map<string, string>();
  const skipped: Record<string, number> = {};
  let cards = 0;
  let updatedAt: string | null = null;
  const pages = readPages<BoardItems, BoardCard>({
    client,
    document,
    variables: { login: project.owner, number: project.number },
    pageSize: BOARD_SIZE,
    cursor: null,
    connection: (data) => data.repositoryOwner?.projectV2?.items,
  });
  for await (const { nodes } of pages) {
    for (const card of nodes) {
      cards += 1;
      if (updatedAt === null || card.updatedAt > updatedAt) updatedAt = card.updatedAt;
      const why = whySkipped(card, reading);
      if (why !== null) {
        skipped[why] = (skipped[why] ?? 0) + 1;
        continue;
      }
      const id = `#${card.content!.number}`;
      if (items.has(id)) continue;
      items.set(id, withoutZero(valuesOf(card, { fields, milestones }), reading));
      order.push(id);
      if (card.content?.id !== undefined) ids.set(id, card.content.id);
    }
  }
  if (cards === 0)
    throw new GithubError({
      kind: "access",
      call: "BoardItems",
      found: `board ${project.number} of ${project.owner} shows no card at all.`,
      remedy:
        "A token without the permission sees an empty board: give it “Projects: read” of the organization (a classic token: read:project). Remove `project` from team.yaml if the board is really empty.",
    });
  return {
    board: { fields: boardFacts(fields, milestones), items, order },
    nodes: ids,
    cards,
    skipped,
    updatedAt,
  };
};
