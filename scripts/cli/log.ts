import { type ConfigError, formatAnnotation, formatConfigError } from "../../src/config/errors.ts";
import { printable } from "../../src/lib/text.ts";

/** In a GitHub Actions log a failure also becomes a note on the very line of its file. */
const inActions = process.env.GITHUB_ACTIONS === "true";

/**
 * What a terminal and a log can be shown: no control characters but line ends, and nothing that GitHub Actions would
 * take for a command, whatever a file's name or a cell brings along.
 */
const harmless = (text: string): string =>
  text
    .split("\n")
    .map((line) =>
      printable(line, Number.POSITIVE_INFINITY)
        .replace(/^(\s*):(?=:)/, "$1: ")
        .replaceAll("##[", "# #["),
    )
    .join("\n");

export const say = (text: string): void => console.log(harmless(text));

const mutter = (text: string): void => console.error(harmless(text));

const place = (text: string, where: { file: string; line: number } | undefined): ConfigError => ({
  file: where?.file ?? "",
  line: where?.line ?? null,
  column: null,
  path: "",
  message: text,
});

/** A failure, and where: the process will end with 1. */
export const complain = (text: string, where?: { file: string; line: number }): void => {
  mutter(text);
  if (inActions) console.log(formatAnnotation(place(text, where)));
};

/** A mistake in a configuration. */
export const complainOf = (error: ConfigError): void => {
  mutter(formatConfigError(error));
  if (inActions) console.log(formatAnnotation(error));
};

/** Something about the data that a person should look at; `where` is `file:line` or a file. */
export const warn = (where: string, text: string): void => {
  const [, file, line] = /^(.*?)(?::(\d+))?$/s.exec(where)!;
  mutter(`warning: ${where} › ${text}`);
  if (inActions)
    console.log(formatAnnotation(place(text, { file: file!, line: Number(line ?? 1) }), "warning"));
};

/** Something that looks wrong and need not be: it is said, and the run goes on. */
export const warnOf = (error: ConfigError): void => {
  mutter(`warning: ${formatConfigError(error)}`);
  if (inActions) console.log(formatAnnotation(error, "warning"));
};
