import { siteLocale } from "../lib/locale.ts";

const day = new Intl.DateTimeFormat(siteLocale(), {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A calendar day without a zone, such as `2026-03-02`; anything else stays as it is. */
export const formatDay = (text: string): string => {
  const instant = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) ? text : day.format(instant);
};
