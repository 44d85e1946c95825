import { type BoardSeed, newBoard } from "./board-seed.ts";
import { issueShelf } from "./issue-shelf.ts";
import { instantOf } from "./lookup.ts";
import type { IssueField, Milestone, Named, WorldState } from "./state.ts";

interface MilestoneSeed {
  readonly title: string;
  readonly dueOn?: string | null;
}

interface FieldSeed {
  readonly name: string;
  /** With options it is a single select, else a number unless told otherwise. */
  readonly options?: readonly string[];
  readonly dataType?: IssueField["dataType"];
}

/** What a world has before anything happens in it. Everything has a default. */
export interface Seed {
  /** `owner/name`; `acme/shop` by default. */
  readonly repository?: string;
  readonly isPrivate?: boolean;
  readonly ownerKind?: "Organization" | "User";
  readonly createdAt?: string;
  readonly labels?: readonly string[];
  readonly milestones?: readonly (string | MilestoneSeed)[];
  readonly types?: readonly string[];
  readonly fields?: readonly FieldSeed[];
  /** Issues of other repositories, `owner/name#7`, that nobody here can see. */
  readonly hidden?: readonly string[];
  readonly board?: BoardSeed;
  readonly statusEventsUntil?: string | null;
  readonly deletedLabelEvents?: "kept" | "gone";
  readonly editOrder?: "oldest-first" | "newest-first";
}

const named = (names: readonly string[], prefix: string): Named[] =>
  names.map((name, at) => ({ id: `${prefix}_${at + 1}`, name }));

export const milestoneOf = (
  { title, dueOn = null }: MilestoneSeed,
  number: number,
  at: string,
): Milestone => ({
  id: `MI_${number}`,
  number,
  title,
  dueOn: dueOn === null ? null : instantOf(dueOn),
  state: "OPEN",
  createdAt: at,
  updatedAt: at,
  closedAt: null,
  deleted: false,
});

const fieldOf = ({ name, options, dataType }: FieldSeed, at: number, createdAt: string): IssueField => ({
  id: `IF_${at + 1}`,
  name,
  dataType: dataType ?? (options ? "SINGLE_SELECT" : "NUMBER"),
  options: named(options ?? [], `IFO_${at + 1}`),
  createdAt,
});

/** A fresh state that shares nothing with another one. */
export const openSeed = (seed: Seed, now: string): WorldState => {
  const [owner = "", name = ""] = (seed.repository ?? "acme/shop").split("/");
  const createdAt = instantOf(seed.createdAt ?? "2025-01-01");
  return {
    now,
    version: 0,
    repository: { id: "R_1", owner, name, isPrivate: seed.isPrivate ?? false, createdAt },
    ownerKind: seed.ownerKind ?? "Organization",
    labels: named(seed.labels ?? [], "LA").map((label) => ({ ...label, deleted: false })),
    milestones: (seed.milestones ?? []).map((one, at) =>
      milestoneOf(typeof one === "string" ? { title: one } : one, at + 1, createdAt),
    ),
    types: named(seed.types ?? [], "IT"),
    fields: (seed.fields ?? []).map((field, at) => fieldOf(field, at, createdAt)),
    issues: issueShelf(),
    gone: new Map(),
    deletedAccounts: new Set(),
    hidden: new Set(seed.hidden),
    statusEventsUntil: seed.statusEventsUntil ? instantOf(seed.statusEventsUntil) : null,
    deletedLabelEvents: seed.deletedLabelEvents ?? "kept",
    editOrder: seed.editOrder ?? "oldest-first",
    board: seed.board ? newBoard(seed.board, owner, createdAt) : null,
  };
};
