import { DEFAULT_LOCALE } from "../lib/locale.ts";
import type { ConfigError } from "./errors.ts";
import { readConfig } from "./read-config.ts";
import { siteSchema } from "./schema-site.ts";
import type { TeamConfig } from "./team-config.ts";

/** What holds for every team's pages. */
export type SiteConfig = {
  title: string;
  /** A BCP 47 tag. */
  locale: string;
  /** What a team may show at most. */
  publish: { titles: boolean; links: boolean };
};

export const DEFAULT_SITE: SiteConfig = {
  title: "Backlog Runway",
  locale: DEFAULT_LOCALE,
  publish: { titles: true, links: true },
};

/** In the place of a file that cannot be read: what it forbids is not known, so it forbids everything. */
export const CAUTIOUS_SITE: SiteConfig = { ...DEFAULT_SITE, publish: { titles: false, links: false } };

/** Nothing but blank lines and comments: every setting is left to its default. */
const saysNothing = (text: string): boolean => text.split("\n").every((line) => /^\s*(?:#|$)/u.test(line));

/** Reads the text of a `site.yaml`. Never throws: every mistake comes with its line. */
export const parseSite = (file: {
  text: string;
  file: string;
}): { site: SiteConfig; errors?: undefined } | { site?: undefined; errors: ConfigError[] } => {
  if (saysNothing(file.text)) return { site: DEFAULT_SITE };
  const { value, errors } = readConfig(file, { schema: siteSchema });
  if (errors) return { errors };
  const { title, locale, publish } = siteSchema.parse(value);
  return {
    site: {
      title: title ?? DEFAULT_SITE.title,
      locale: locale ?? DEFAULT_SITE.locale,
      publish: publish ? { titles: publish.titles, links: publish.links } : DEFAULT_SITE.publish,
    },
  };
};

/** A team's configuration within what the site lets teams show: the narrower word of both holds. */
export const withinSite = (team: TeamConfig, { publish }: SiteConfig): TeamConfig => ({
  ...team,
  publish: {
    ...team.publish,
    titles: publish.titles ? team.publish.titles : false,
    links: publish.links && team.publish.links,
  },
});
