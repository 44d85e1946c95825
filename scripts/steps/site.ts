import { loadSite } from "../../src/config/load.ts";
import type { SiteConfig } from "../../src/config/site.ts";
import { complainOf } from "../cli/log.ts";

/**
 * Reads `data/site.yaml`, names what is wrong in it, and hands its title and locale to all that is written and built
 * from here on. They go by the environment, like the base path: Astro loads the pages by itself.
 * @returns the site, and whether the file is right
 */
export const openSite = (data: string): { site: SiteConfig; right: boolean } => {
  const { site, errors } = loadSite({ dataDir: data });
  for (const error of errors) complainOf(error);
  process.env.SITE_TITLE = site.title;
  process.env.SITE_LOCALE = site.locale;
  return { site, right: errors.length === 0 };
};
