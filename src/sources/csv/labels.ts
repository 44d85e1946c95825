import { matchGlob } from "../../lib/glob.ts";
import { fold } from "../../lib/text.ts";
import type { ReadingSettings } from "../define.ts";
import type { CsvFormat } from "./format.ts";

const NONE: readonly string[] = Object.freeze([]);

/** Texts that are remembered as read; a cell of labels is mostly one of a few. */
const REMEMBERED = 1000;

/** How a format's label cells are read, and which labels are kept: only those that the team's configuration names. */
export const labelReader = (
  format: Pick<CsvFormat, "labelMark" | "labelOf">,
  settings: Pick<ReadingSettings, "readyLabels" | "estimateLabels">,
) => {
  const mark = format.labelMark ?? /,/;
  const wanted = new Set(settings.readyLabels.map(fold));
  const isWanted = (label: string): boolean =>
    wanted.has(fold(label)) ||
    (settings.estimateLabels !== null && matchGlob(settings.estimateLabels, label) !== null);
  const known = new Map<string, readonly string[]>();

  const split = (cell: string): string[] =>
    cell
      .split(mark)
      .map((text) => (format.labelOf ? format.labelOf(text.trim()) : text).trim())
      .filter((label) => label !== "");
  const keptOf = (cell: string): readonly string[] => {
    let labels = known.get(cell);
    if (labels === undefined) {
      labels = split(cell).filter(isWanted);
      if (labels.length === 0) labels = NONE;
      if (known.size < REMEMBERED) known.set(cell, labels);
    }
    return labels;
  };
  return {
    /** The configuration names no label, so that none is kept. */
    none: wanted.size === 0 && settings.estimateLabels === null,
    texts: (cells: readonly string[]): string[] => cells.flatMap(split),
    kept: (cells: readonly string[]): readonly string[] => {
      let found = NONE;
      for (const cell of cells) {
        const labels = cell === "" ? NONE : keptOf(cell);
        if (labels.length > 0) found = found.length === 0 ? labels : [...found, ...labels];
      }
      return found;
    },
  };
};
