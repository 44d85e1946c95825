import type { ItemPast } from "../../../src/model/observation.ts";
import type { ReadingSettings } from "../../../src/sources/define.ts";
import { type ReadResult, readExport } from "../../../src/sources/read-export.ts";
import { frozen } from "../../support/team-builder.ts";
import { bytesOf, readingSettings } from "../jira/jira-file.ts";

/** Reads a value as the JSON export `exports/a.json`; a text is taken as it stands. */
export const readValue = (
  value: unknown,
  settings: Partial<ReadingSettings> = {},
  format = "auto",
): Promise<ReadResult> =>
  readExport({
    bytes: bytesOf(typeof value === "string" ? value : JSON.stringify(value)),
    file: "exports/a.json",
    format,
    settings: frozen(readingSettings(settings)),
  });

/** What an item's log says, an event a line: `2026-01-13T09:00:00Z status {"status":"Ready"}`. */
export const linesOf = (past: ItemPast | undefined): string[] =>
  (past?.events ?? []).map(({ at, kind, set, blocker }) =>
    [at, kind, ...(set ? [JSON.stringify(set)] : []), ...(blocker ? [blocker.join("")] : [])].join(" "),
  );
