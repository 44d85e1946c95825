import { formatDay } from "../../charts/days.ts";
import type { Report } from "../../report/schema.ts";

/** When the ready work is used up, or null where nobody can tell. */
export const runsDrySentence = ({ p50, p85 }: Report["metrics"]["ready-depth"]["runsDry"]): string | null => {
  if (p50 === null) return null;
  const later = p85 === null || p85 === p50 ? "" : `, by ${formatDay(p85)} in 85 of 100 cases`;
  return `If nothing more becomes ready, the ready work is used up by ${formatDay(p50)} as likely as not${later}.`;
};
