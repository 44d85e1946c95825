import { NO_NAMES } from "../../../src/model/names.ts";
import type { BoardCard, IssueNode } from "../../../src/sources/github/answers.ts";
import {
  type KnownBacklog,
  type ReadBacklog,
  readBacklog,
} from "../../../src/sources/github/read-backlog.ts";
import { at } from "./issue-builder.ts";
import { overviewOf } from "./overview-builder.ts";
import { pendingPages } from "./pending-builder.ts";
import { settings } from "./settings-builder.ts";
import { type Answer, listOf, stubClient } from "./stub-client.ts";

const NOTHING_KNOWN: KnownBacklog = Object.freeze({
  watermark: null,
  names: NO_NAMES,
  present: new Set<string>(),
  knownEdit: () => null,
  statusOf: () => null,
  placed: new Set<string>(),
  link: null,
});
export const known = (given: Partial<KnownBacklog> = {}): KnownBacklog => ({
  ...NOTHING_KNOWN,
  watermark: at("2026-01-20"),
  present: new Set(["#1"]),
  link: "https://github.example/acme/shop/issues/{id}",
  ...given,
});

export const issues = (...nodes: IssueNode[]): Answer => ({
  data: { repository: { issues: listOf(nodes) } },
});
export const overview = (total: number, given: Parameters<typeof overviewOf>[0] = {}): Answer => ({
  data: overviewOf({ ...given, repository: { issues: { totalCount: total }, ...given.repository } }),
});
export const sweep = (...numbers: number[]): Answer => ({
  data: {
    repository: { issues: listOf(numbers.map((number) => ({ number, updatedAt: at("2026-01-20") }))) },
  },
});
export const BOARD = { settings: settings({ project: { owner: "acme", number: 4 } }) };
export const cards = (...shown: Partial<BoardCard>[]): Answer => ({
  data: {
    repositoryOwner: {
      projectV2: {
        items: listOf(
          shown.map((card, index) => ({
            type: "ISSUE",
            updatedAt: at("2026-01-21"),
            content: { id: `I_${index + 1}`, number: index + 1, repository: { nameWithOwner: "acme/shop" } },
            fieldValues: { nodes: [{ name: "Ready", field: { name: "Status" } }] },
            ...card,
          })),
        ),
      },
    },
  },
});

export const openBacklog = (answers: readonly Answer[], given: Partial<ReadBacklog> = {}) => {
  const stub = stubClient(...answers);
  const options: ReadBacklog = {
    client: stub.client,
    settings: settings(),
    fingerprint: "one",
    known: NOTHING_KNOWN,
    pending: pendingPages(),
    asOf: null,
    isDue: () => true,
    log: () => undefined,
    ...given,
  };
  return { ...stub, options, read: () => readBacklog(options) };
};
