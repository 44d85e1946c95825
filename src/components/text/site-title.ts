/** What the site is called: by `data/site.yaml`, which the scripts hand over, or as the product is. */
export const siteTitle = (): string => process.env.SITE_TITLE ?? "Backlog Runway";
