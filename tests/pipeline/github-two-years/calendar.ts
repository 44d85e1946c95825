const DAY = 86_400_000;
const QUARTER = 900_000;

/** The instant at which a calendar day begins in a zone, found by trying: no arithmetic with zones to get wrong. */
export const midnight = (day: string, zone: string): number => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const wanted = `${day} 00:00`;
  const middle = Date.parse(`${day}T00:00:00Z`);
  for (let t = middle - DAY; t <= middle + DAY; t += QUARTER) if (format.format(t) === wanted) return t;
  throw new Error(`${day} has no midnight in ${zone}`);
};

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
