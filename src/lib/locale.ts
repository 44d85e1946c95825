/** Of the texts, which are English, and of numbers and dates where nothing else is said. */
export const DEFAULT_LOCALE = "en-GB";

/**
 * The locale in which numbers and dates are written, as a BCP 47 tag: in a script or at build that of the environment,
 * which the scripts set from `data/site.yaml`; in a browser that of the page.
 */
export const siteLocale = (): string => {
  const page = globalThis.document?.documentElement.dataset.locale;
  return page ?? globalThis.process?.env.SITE_LOCALE ?? DEFAULT_LOCALE;
};
