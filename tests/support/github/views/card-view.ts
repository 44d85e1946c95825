import { byId } from "../lookup.ts";
import type { BoardField, Card, CardValue } from "../state.ts";
import { boardFieldView } from "./board-field-view.ts";
import { connection, type PageArgs } from "./connection.ts";
import { refView } from "./issue-view.ts";
import type { Scene, View } from "./scene.ts";
import { actorView, fieldValueView, labelView, milestoneView } from "./small-views.ts";

/** The parts of a value that depend on the kind of its field. */
const specific = (field: BoardField, value: string | number): View | null => {
  switch (field.kind) {
    case "SINGLE_SELECT": {
      const { id, name } = byId(field.options, String(value));
      return { __typename: "ProjectV2ItemFieldSingleSelectValue", optionId: id, name, color: "GRAY" };
    }
    case "ITERATION": {
      const { id, ...iteration } = byId(field.iterations, String(value));
      return { __typename: "ProjectV2ItemFieldIterationValue", iterationId: id, ...iteration };
    }
    case "NUMBER":
      return { __typename: "ProjectV2ItemFieldNumberValue", number: value };
    default:
      return { __typename: "ProjectV2ItemFieldTextValue", text: value };
  }
};

const contentView = (scene: Scene, { content, number: card }: Card): View | null => {
  if (content.kind === "issue") return refView(scene, content.ref);
  if (content.kind === "redacted") return null;
  if (content.kind === "draft") {
    const { kind: _, creator, ...draft } = content;
    return {
      __typename: "DraftIssue",
      id: `DI_${card}`,
      ...draft,
      creator: () => actorView(scene, creator),
    };
  }
  const { owner, name } = scene.state.repository;
  const repository = { __typename: "Repository", nameWithOwner: `${owner}/${name}` };
  const { number } = content;
  return { __typename: "PullRequest", id: `PR_${number}`, number, title: `Change ${number}`, repository };
};

/** The values that GitHub keeps itself: title, labels, milestone. */
const builtIn = (scene: Scene, { card, fields }: { card: Card; fields: readonly BoardField[] }): View[] => {
  const { content } = card;
  const { state } = scene;
  const issue =
    content.kind === "issue" && typeof content.ref === "number" ? state.issues.get(content.ref) : null;
  const title = issue?.title ?? (content.kind === "draft" ? content.title : null);
  const field = (kind: string): View => boardFieldView(scene, fields.find((one) => one.kind === kind)!);
  const common = { id: `PVTV_${card.number}_title`, createdAt: card.createdAt, updatedAt: card.updatedAt };
  const views: View[] = [];
  if (title !== null)
    views.push({
      __typename: "ProjectV2ItemFieldTextValue",
      ...common,
      creator: () => actorView(scene, card.creator),
      field: field("TITLE"),
      text: title,
    });
  if (issue && issue.labels.length > 0)
    views.push({
      __typename: "ProjectV2ItemFieldLabelValue",
      field: field("LABELS"),
      labels: (args: PageArgs) =>
        connection(issue.labels, args, {
          name: "labels",
          idOf: String,
          view: (id) => labelView(byId(state.labels, id)),
        }),
    });
  if (issue?.milestone)
    views.push({
      __typename: "ProjectV2ItemFieldMilestoneValue",
      field: field("MILESTONE"),
      milestone: milestoneView(byId(state.milestones, issue.milestone)),
    });
  if (issue && state.board?.showsIssueFields)
    for (const entry of issue.fields)
      views.push({
        __typename: "ProjectV2ItemIssueFieldValue",
        field: field("TITLE"),
        issueFieldValue: fieldValueView(state, entry),
      });
  return views;
};

/** A card with its content, or without it where the token can't see that. */
export const cardView = (scene: Scene, card: Card, fields: readonly BoardField[]): View => {
  const content = contentView(scene, card);
  const { kind } = card.content;
  const types = { issue: "ISSUE", draft: "DRAFT_ISSUE", pullRequest: "PULL_REQUEST", redacted: "REDACTED" };
  const valueView = ([id, { value, creator, ...value_ }]: readonly [string, CardValue]): View => {
    const field = byId(fields, id);
    const common = {
      ...value_,
      creator: () => actorView(scene, creator),
      field: boardFieldView(scene, field),
    };
    return { ...common, ...specific(field, value) };
  };
  return {
    __typename: "ProjectV2Item",
    id: card.id,
    fullDatabaseId: String(card.number),
    type: content === null ? "REDACTED" : types[kind],
    isArchived: card.archived,
    createdAt: card.createdAt,
    updatedAt: card.updatedAt,
    creator: () => actorView(scene, card.creator),
    content,
    fieldValues: (args: PageArgs) => {
      const views = [...builtIn(scene, { card, fields }), ...[...card.values].map(valueView)];
      return connection(views, args, {
        name: "fieldValues",
        idOf: ({ id }) => String(id),
        view: (one) => one,
      });
    },
  };
};
