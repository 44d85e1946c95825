/** A link target from a tracker, or null for anything but the web: `javascript:` in an export must stay text. */
export const safeUrl = (url: string | null): string | null => {
  if (url === null || !URL.canParse(url)) return null;
  return /^https?:$/u.test(new URL(url).protocol) ? url : null;
};
