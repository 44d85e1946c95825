import { githubError } from "../github-error.ts";
import { boardOf } from "../lookup.ts";
import type { Board, BoardField } from "../state.ts";
import { boardFieldView } from "./board-field-view.ts";
import { cardView } from "./card-view.ts";
import { connection, type PageArgs } from "./connection.ts";
import type { Scene, View } from "./scene.ts";

const idOf = (one: { readonly id?: unknown }): string => String(one.id);

const viewsOf = (scene: Scene, { views, fields, updatedAt, id }: Board): View[] =>
  views.map(({ name, filter, sortBy }, at) => {
    const sorting = fields.filter((field) => field.name === sortBy);
    const list = <T extends BoardField>(some: readonly T[], view: (field: T) => unknown, called: string) => {
      return (args: PageArgs): View => connection(some, args, { name: called, idOf, view });
    };
    const field = (one: BoardField): View => boardFieldView(scene, one);
    return {
      __typename: "ProjectV2View",
      id: `${id}_view_${at + 1}`,
      number: at + 1,
      name,
      filter,
      layout: "TABLE_LAYOUT",
      updatedAt,
      sortByFields: list(sorting, (one) => ({ direction: "ASC", field: field(one) }), "sortByFields"),
      groupByFields: list([], field, "groupByFields"),
      verticalGroupByFields: list([], field, "verticalGroupByFields"),
    };
  });

interface ItemsArgs extends PageArgs {
  readonly archivedStates?: readonly ("ARCHIVED" | "NOT_ARCHIVED")[];
  readonly query?: string;
  readonly orderBy?: { readonly direction: "ASC" | "DESC" };
}

const itemsView = (scene: Scene, board: Board, args: ItemsArgs): View => {
  if (args.query) throw new Error("the fake knows no filter of board items");
  const asked = args.archivedStates ?? ["NOT_ARCHIVED"];
  const { sight, state } = scene;
  // An installation gets an empty list, not an error, from a board that belongs to a user.
  const unseen = sight.projects === "organizations" && state.ownerKind === "User";
  const cards = board.cards.filter(
    ({ archived }) => !unseen && asked.includes(archived ? "ARCHIVED" : "NOT_ARCHIVED"),
  );
  const ordered = args.orderBy?.direction === "DESC" ? cards.toReversed() : cards;
  return connection(ordered, args, {
    name: "items",
    idOf,
    view: (card) => cardView(scene, card, board.fields),
  });
};

/** The board of the world. */
export const projectView = (scene: Scene): View => {
  const board = boardOf(scene.state);
  const workflows = [
    { __typename: "ProjectV2Workflow", id: "PWF_1", name: "Item closed", enabled: true, number: 1 },
  ];
  return {
    __typename: "ProjectV2",
    id: board.id,
    number: board.number,
    title: board.title,
    url: `https://github.example/orgs/${board.owner}/projects/${board.number}`,
    closed: false,
    public: false,
    createdAt: board.createdAt,
    updatedAt: board.updatedAt,
    items: (args: ItemsArgs) => itemsView(scene, board, args),
    fields: (args: PageArgs) =>
      connection(board.fields, args, { name: "fields", idOf, view: (one) => boardFieldView(scene, one) }),
    views: (args: PageArgs) =>
      connection(viewsOf(scene, board), args, { name: "views", idOf, view: (view) => view }),
    workflows: (args: PageArgs) =>
      connection(workflows, args, { name: "workflows", idOf, view: (workflow) => workflow }),
  };
};

/** An organization or a user, of which the fake knows the boards alone. */
export const ownerView = (scene: Scene, login: string): View => {
  const { state, sight } = scene;
  const kind = state.ownerKind;
  return {
    __typename: kind,
    id: `O_${login}`,
    login,
    projectV2: ({ number }: { number: number }) => {
      if (sight.projects === "none") throw githubError("FORBIDDEN", "Resource not accessible by integration");
      if (state.board?.owner === login && state.board.number === number) return projectView(scene);
      throw githubError("NOT_FOUND", `Could not resolve to a ProjectV2 with the number ${number}.`);
    },
    projectsV2: (args: PageArgs) => {
      const seen =
        sight.projects === "all" || (sight.projects === "organizations" && kind === "Organization");
      const boards = seen && state.board?.owner === login ? [projectView(scene)] : [];
      return connection(boards, args, { name: "projectsV2", idOf, view: (board) => board });
    },
  };
};
