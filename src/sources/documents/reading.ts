import { parseEstimate } from "../../lib/estimate-text.ts";
import { matchGlob } from "../../lib/glob.ts";
import { codePoints } from "../../lib/text.ts";
import type { Facts } from "../../model/facts.ts";
import { acceptanceReader } from "../acceptance.ts";
import { fileDates, OPEN } from "../csv/file-dates.ts";
import { labelReader } from "../csv/labels.ts";
import type { ReadingSettings } from "../define.ts";

type BodyFacts = Pick<Facts, "described" | "acceptanceCriteria">;

/** How values of a document are read by a team's settings; what is a text or a name is left behind here. */
export type DocumentReading = {
  settings: ReadingSettings;
  /** ISO in UTC, whole seconds; `null` for what is no date. */
  instant: (text: string) => string | null;
  /** What a description is measured by. */
  body: (text: string, markup: "wiki" | "markdown") => BodyFacts;
  /** Labels that the configuration names. */
  labels: (names: readonly string[]) => readonly string[];
  /** The estimate among labels, the last one counting; `null` for none, or where labels are not the team's estimates. */
  labelEstimate: (names: readonly string[]) => number | null;
  estimate: (text: string) => number | null | "unreadable";
};

/** A label is one text here, commas and all. */
const WHOLE = { labelMark: /(?!)/ };

/** Reads the values of one file. */
export const documentReading = (settings: ReadingSettings): DocumentReading => {
  const dates = fileDates({ zone: settings.zone, dates: settings.dates });
  const labels = labelReader(WHOLE, settings);
  const readers = {
    wiki: acceptanceReader({ headings: settings.acceptanceHeadings, markup: "wiki" }),
    markdown: acceptanceReader({ headings: settings.acceptanceHeadings, markup: "markdown" }),
  };
  const estimate = (text: string): number | null | "unreadable" => parseEstimate(text, settings);
  return {
    settings,
    instant: (text) => {
      if (text === "") return null;
      const at = dates.read(text);
      return at === OPEN ? null : at;
    },
    body: (text, markup) => {
      const trimmed = text.trim();
      return {
        described: codePoints(trimmed) >= Math.max(1, settings.descriptionMin),
        acceptanceCriteria: readers[markup](trimmed),
      };
    },
    labels: (names) => labels.kept(names),
    labelEstimate: (names) => {
      const pattern = settings.estimateLabels;
      if (pattern === null) return null;
      const values = names.flatMap((name) => matchGlob(pattern, name.trim()) ?? []).map(estimate);
      return values.filter((value) => typeof value === "number").at(-1) ?? null;
    },
    estimate,
  };
};
