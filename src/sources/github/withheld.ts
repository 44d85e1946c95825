import { fold } from "../../lib/text.ts";
import type { Actor, IssueNode, TimelineNode } from "./answers.ts";
import type { GithubReading } from "./reading.ts";

/** What GitHub told and nobody may publish, by its kind and by where it stands. */
export type OnWithheld = (
  kind: "title" | "description" | "person" | "label",
  value: string,
  from: string,
) => void;

/** Hands over the texts and names of an issue that are left behind when it is reduced, so that the site can be searched for them. */
export const tellWithheld = (
  issue: IssueNode,
  options: {
    timeline: readonly TimelineNode[];
    reading: GithubReading;
    /** Labels that the configuration names may be shown. */
    shownLabels: ReadonlySet<string>;
    onWithheld: OnWithheld;
  },
): void => {
  const { timeline, reading, shownLabels, onWithheld } = options;
  const from = `${reading.repository}#${issue.number}`;
  const person = (actor: Actor | undefined): void => {
    if (actor) onWithheld("person", actor.login, from);
  };
  const label = (name: string | undefined): void => {
    if (name !== undefined && !shownLabels.has(fold(name))) onWithheld("label", name, from);
  };
  if (!reading.titles) {
    onWithheld("title", issue.title, from);
    for (const { previousTitle } of timeline) if (previousTitle) onWithheld("title", previousTitle, from);
  }
  if (issue.body.trim() !== "") onWithheld("description", issue.body, from);
  person(issue.author);
  for (const node of issue.labels?.nodes ?? []) label(node?.name);
  for (const node of timeline) {
    person(node.actor ?? node.author);
    label(node.label?.name);
  }
};
