/** A link target from a tracker, or null for anything but the web: `javascript:` in an export must stay text. */
export const safeUrl = (url: string | null): string | null =>
  url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null;
