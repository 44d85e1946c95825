import { byId } from "../lookup.ts";
import type { EventValue, TimelineEvent } from "../state.ts";
import { projectView } from "./board-view.ts";
import { refView } from "./issue-view.ts";
import type { Scene, View } from "./scene.ts";
import { actorView, fieldView, labelView, typeView } from "./small-views.ts";

/** What a pointer leads to at the moment it is read: a label that was renamed since has its new name. */
const follow = (scene: Scene, value: Exclude<EventValue, string | number | boolean | null>): unknown => {
  const { state, sight } = scene;
  switch (value.to) {
    case "label":
      return labelView(byId(state.labels, value.id));
    case "type":
      return typeView(state, value.id);
    case "field":
      return fieldView(state, value.id);
    case "issue":
      return refView(scene, value.ref);
    case "actor":
      return actorView(scene, value.login);
    case "repository":
      return value.name === null ? null : { __typename: "Repository", nameWithOwner: value.name };
    case "pullRequest":
      return { __typename: "PullRequest", id: `PR_${value.name}`, number: Number(value.name) };
    case "options":
      return value.names.map((name) => ({ name, color: "GRAY" }));
    case "discussion":
      return { __typename: "Discussion", id: `D_${value.number}`, number: value.number };
    case "project":
      return sight.projects === "none" ? null : projectView(scene);
  }
};

/** An event of a timeline, or a comment, which is no event but stands among them. */
export const eventView = (scene: Scene, event: TimelineEvent): View => {
  const values = Object.entries(event.values).map(([name, value]) => [
    name,
    typeof value === "object" && value !== null ? () => follow(scene, value) : value,
  ]);
  const who = () => actorView(scene, event.by);
  const comment = { author: who, lastEditedAt: null, isMinimized: false, updatedAt: event.at };
  return {
    __typename: event.typename,
    id: event.id,
    createdAt: event.at,
    actor: who,
    ...(event.typename === "IssueComment" ? comment : {}),
    ...Object.fromEntries(values),
  };
};
