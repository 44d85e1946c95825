import type { TeamConfig } from "../config/team-config.ts";
import type { Backlog } from "../history/backlog.ts";

/** What a page may say of one item. The only way by which a title or a link gets into a report. */
export type Publishable = { title: string | null; url: string | null };

/** Titles are published only by the team's explicit word; an export never says whether its tracker is public. */
export const publisher = (team: TeamConfig, backlog: Backlog): ((id: string) => Publishable) => {
  const pattern = team.source.kind === "exports" && team.publish.links ? team.source.link : null;
  return (id) => ({
    title: team.publish.titles ? (backlog.at(id, backlog.asOf)?.facts?.title ?? null) : null,
    url: pattern === null ? null : pattern.replace("{id}", encodeURIComponent(id)),
  });
};

/** What was kept back, said in the open. */
export const withheld = (team: TeamConfig): { what: string; why: string }[] => [
  { what: "People", why: "Assignees, reporters and authors are never read into the store or published." },
  {
    what: "Descriptions and comments",
    why: "Only whether a description is there, and whether it has acceptance criteria, is kept.",
  },
  ...(team.publish.titles
    ? []
    : [{ what: "Titles", why: "Titles are published only with publish.titles: true in team.yaml." }]),
];
