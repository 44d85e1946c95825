import type { Board, BoardField, BoardFieldKind } from "./state.ts";

interface BoardFieldSeed {
  readonly name: string;
  readonly options?: readonly string[];
  readonly iterations?: readonly {
    readonly title: string;
    readonly startDate: string;
    readonly duration: number;
  }[];
}

/** A board; fields are single selects with `options`, iterations with `iterations`, else numbers. */
export interface BoardSeed {
  readonly number: number;
  readonly owner?: string;
  readonly title?: string;
  readonly fields?: readonly BoardFieldSeed[];
  /** Shows the organization's issue fields on the cards, as values of a kind of their own. */
  readonly showsIssueFields?: boolean;
  readonly views?: readonly { readonly name: string; readonly filter?: string; readonly sortBy?: string }[];
}

const kindOf = ({ options, iterations }: BoardFieldSeed): BoardFieldKind =>
  options ? "SINGLE_SELECT" : iterations ? "ITERATION" : "NUMBER";

/** Every board has these fields, whatever else a team adds. */
const BUILT_IN: readonly (readonly [string, BoardFieldKind])[] = [
  ["Title", "TITLE"],
  ["Labels", "LABELS"],
  ["Milestone", "MILESTONE"],
];

/** An empty board. */
export const newBoard = (seed: BoardSeed, owner: string, createdAt: string): Board => {
  const given = (seed.fields ?? []).map((field) => [field, kindOf(field)] as const);
  const all = [...BUILT_IN.map(([name, kind]) => [{ name } as BoardFieldSeed, kind] as const), ...given];
  const fields = all.map(
    ([field, kind], at): BoardField => ({
      id: `PVTF_${at + 1}`,
      name: field.name,
      kind,
      options: (field.options ?? []).map((name, n) => ({ id: `OPT_${at + 1}_${n + 1}`, name })),
      iterations: (field.iterations ?? []).map((one, n) => ({ ...one, id: `ITER_${at + 1}_${n + 1}` })),
      createdAt,
      updatedAt: createdAt,
    }),
  );
  const views = seed.views ?? [{ name: "Backlog" }];
  return {
    id: `PVT_${seed.number}`,
    number: seed.number,
    owner: seed.owner ?? owner,
    title: seed.title ?? "Roadmap",
    createdAt,
    views: views.map(({ name, filter = "", sortBy = null }) => ({ name, filter, sortBy })),
    updatedAt: createdAt,
    showsIssueFields: seed.showsIssueFields ?? false,
    fields,
    cards: [],
    added: 0,
  };
};
