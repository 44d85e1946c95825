import type { Problem } from "../../model/observation.ts";
import type { DateDecision } from "../csv/file-dates.ts";
import type { DocumentSource, SourceResult } from "../define.ts";
import type { Document } from "./open-document.ts";
import { type DocumentReading, documentReading } from "./reading.ts";
import { type RowBook, rowBook } from "./row-book.ts";

/** A tracker's document: how its values are known, and how its rows become items. */
export type DocumentFormat = Pick<DocumentSource, "id" | "title" | "provides" | "example"> & {
  /** Whether a top-level value of the file is of this format. */
  recognises: (value: unknown) => boolean;
  /** Fills the book with rows; what it returns is told of the file as a whole. */
  read: (
    document: Document,
    book: RowBook,
    reading: DocumentReading,
  ) => Pick<SourceResult, "order" | "fields" | "assumed" | "past">;
};

/** Dates of these documents are never ambiguous. */
const DATES: DateDecision = { order: "day-first", by: "none" };

/**
 * A tracker's document as a source of items. Counting rows, repeated keys and the places of remarks are the same for
 * all of them.
 */
export const defineDocument = (format: DocumentFormat): DocumentSource => {
  const { id, title, provides, example } = format;
  return {
    id,
    title,
    provides,
    example,
    recognises: ({ values }) => values.some(format.recognises),
    collect: ({ settings, file, document }) => {
      const problems: Problem[] = [];
      const book = rowBook(file, problems);
      const told = format.read(document, book, documentReading(settings));
      const { items, order, rows, skipped } = book.close(settings.order === "rows");
      const { past } = told;
      // An id that stands in the file twice has one place.
      const shown = [...new Set(told.order ?? [])].filter((one) => items.has(one));
      return {
        items,
        order: order ?? (shown.length > 0 ? shown : null),
        fields: told.fields,
        assumed: told.assumed,
        rows,
        skipped,
        problems,
        ...(past
          ? { past: { ...past, items: new Map([...past.items].filter(([one]) => items.has(one))) } }
          : {}),
        dates: DATES,
      };
    },
  };
};
