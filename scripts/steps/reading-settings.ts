import { createHash } from "node:crypto";
import type { TeamConfig } from "../../src/config/team-config.ts";
import type { ReadingSettings } from "../../src/sources/define.ts";

/** The part of a configuration that shapes what is read from an export. */
export const readingSettings = (team: TeamConfig): ReadingSettings => ({
  zone: (team.source.kind === "exports" ? team.source.timezone : null) ?? team.timezone,
  dates: team.source.kind === "exports" ? team.source.dates : null,
  estimateField: team.estimate.field,
  estimateLabels: team.estimate.labels,
  zeroIsSize: team.estimate.zero === "size",
  readyLabels: team.ready?.labels ?? [],
  acceptanceHeadings: team.ready?.acceptanceHeadings ?? null,
  descriptionMin: team.ready?.descriptionMin ?? 1,
  titles: team.publish.titles === true,
  ...(team.source.kind === "exports"
    ? { format: team.source.format, columns: team.source.columns, order: team.source.order }
    : {}),
});

/** Tells whether an export was read by the same settings; another fingerprint means that it must be read again. */
export const fingerprint = (settings: ReadingSettings): string =>
  createHash("sha256").update(JSON.stringify(settings)).digest("hex").slice(0, 12);
