/**
 * The calendar day of instants in a zone, as `dayOf` of `dates.ts` has it, for browsers that know no Temporal yet.
 * @throws RangeError for a zone that the browser does not know
 * @example zoneDay("Europe/Berlin")(Date.parse("2026-05-18T22:00:00Z")) // "2026-05-19"
 */
export const zoneDay = (zone: string): ((instant: number) => string) => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return [parts.get("year")!.padStart(4, "0"), parts.get("month"), parts.get("day")].join("-");
  };
};
