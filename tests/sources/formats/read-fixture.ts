import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../../../src/model/facts.ts";
import type { ReadingSettings } from "../../../src/sources/define.ts";
import { type ReadResult, readExport } from "../../../src/sources/read-export.ts";
import { frozen } from "../../support/team-builder.ts";
import { readingSettings } from "../jira/jira-file.ts";

export const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures", "exports");

/** Reads a fixture by its name as the team of a shop in Berlin would. */
export const readFixture = (
  name: string,
  settings: Partial<ReadingSettings> = {},
  format = "auto",
): Promise<ReadResult> =>
  readExport({
    bytes: readFileSync(join(FIXTURES, name)),
    file: `exports/${name}`,
    format,
    settings: frozen(readingSettings({ zone: "Europe/Berlin", readyLabels: ["Ready"], ...settings })),
  });

/** What an item's fields say that say anything. */
export const filled = (facts: Facts | undefined): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts ?? {}).filter(([, value]) => value !== null));
