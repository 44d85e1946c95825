import type { DocumentSource } from "../define.ts";
import { SourceError } from "../source-error.ts";

/** The refusal of JSON that is not of the format that was asked for, or of none that is known. */
export const unknownDocument = (options: {
  file: string;
  /** What it is, where that is not what was asked for. */
  known: DocumentSource | undefined;
  formats: readonly DocumentSource[];
}): SourceError => {
  const { file, known, formats } = options;
  if (known !== undefined) {
    const remedy = `Say source.exports.format: auto or ${known.id}, or export it as the format that is named there.`;
    return new SourceError({
      file,
      found: `this is another format than the one named: ${known.title}.`,
      remedy,
    });
  }
  const shapes = formats.map(({ title, example }) => `${title} (${example})`).join("; ");
  return new SourceError({
    file,
    found: "this is JSON of no known export, not a table.",
    remedy: `Known are ${shapes}. Export the backlog as one of them or as CSV, or say what its records hold with source.exports.format: custom.`,
  });
};
