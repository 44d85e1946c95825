import { z } from "zod";
import { sitePublish } from "./schema-publish.ts";
import { text } from "./values.ts";
import { type Wording, worded } from "./wording.ts";

/** `Intl` throws on what is no tag at all, and knows nothing of tags that nobody uses. */
const isLocale = (tag: string): boolean => {
  try {
    return Intl.NumberFormat.supportedLocalesOf([tag]).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** `de_DE.UTF-8`, as a shell writes it, means `de-DE`. */
const tidyLocale: Wording["suggest"] = (found) => {
  const tag = typeof found === "string" ? found.trim().replace(/\..*$/u, "").replaceAll("_", "-") : "";
  return tag !== "" && isLocale(tag) ? tag : null;
};

/** `site.yaml` as people write it. */
export const siteSchema = worded(
  z.strictObject({
    title: text("a title").optional().describe("The site's name, in the head of every page and in the feed."),
    locale: worded(z.string().refine(isLocale), "a locale such as en-GB", { suggest: tidyLocale })
      .optional()
      .describe("How numbers and dates are written, such as en-GB or de-CH; the texts are English."),
    publish: sitePublish.optional().describe("What a team's page may show at most."),
  }),
  "settings of the site: lines such as `title: Our teams`",
);
