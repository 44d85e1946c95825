import type { TeamConfig } from "../config/team-config.ts";
import type { Backlog } from "../history/backlog.ts";
import { BOT, GHOST } from "../model/change.ts";
import type { Told } from "../model/run.ts";

/** What a page may say of one item. The only way by which a title or a link gets into a report. */
export type Publishable = { title: string | null; url: string | null };

type Options = {
  team: TeamConfig;
  backlog: Backlog;
  /** What the tracker said of itself; an export says nothing. */
  told: Told | null;
};

/** The address of an item: by the team's pattern, or as the tracker itself gave it; `null` where neither does. */
const linkTo = ({ team, told }: Options): ((id: string) => string) | null => {
  const pattern = team.source.kind === "exports" ? team.source.link : (told?.link ?? null);
  const number = (id: string): string => (team.source.kind === "github" ? id.replace(/^#/, "") : id);
  return pattern === null ? null : (id) => pattern.replace("{id}", encodeURIComponent(number(id)));
};

const titlesAllowed = ({ team, told }: Pick<Options, "team" | "told">): boolean =>
  team.publish.titles ?? told?.isPublic ?? false;

/** Titles are published only by the team's explicit word, or where everybody can read them anyway. */
export const publisher = (options: Options): ((id: string) => Publishable) => {
  const { team, backlog } = options;
  const link = team.publish.links ? linkTo(options) : null;
  const titles = titlesAllowed(options);
  return (id) => ({
    title: titles ? (backlog.at(id, backlog.asOf)?.facts?.title ?? null) : null,
    url: link?.(id) ?? null,
  });
};

type Withheld = { what: string; why: string; count: number | null };

/** Authors of what was done to items: known apart by their pseudonyms alone; `null` where the source names none. */
const peopleIn = ({ activity }: Backlog): number | null => {
  if (activity === null) return null;
  const people = new Set(activity.map(({ by }) => by));
  for (const nobody of [BOT, GHOST, null]) people.delete(nobody);
  return people.size;
};

/** What was kept back, said in the open, and how much of it where that can be counted. */
export const withheld = (options: Options): Withheld[] => {
  const { backlog } = options;
  const items = backlog.itemsAt(backlog.asOf);
  return [
    {
      what: "People",
      why: "Names of assignees, reporters and authors are never stored or published.",
      count: peopleIn(backlog),
    },
    {
      what: "Descriptions and comments",
      why: "Only whether a description is there, and whether it has acceptance criteria, is kept.",
      count: backlog.knows("described", backlog.asOf)
        ? items.filter(({ facts }) => facts?.described === true).length
        : null,
    },
    ...(titlesAllowed(options)
      ? []
      : [
          {
            what: "Titles",
            why: "Titles are published only with publish.titles: true in team.yaml.",
            count: items.length,
          },
        ]),
  ];
};
