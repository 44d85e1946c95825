import { type ConfigError, formatAnnotation, formatConfigError } from "../../src/config/errors.ts";

/** In a GitHub Actions log a failure also becomes a note on the very line of its file. */
const inActions = process.env.GITHUB_ACTIONS === "true";

/** A plain line. Text of files never begins one, so that it cannot pass for a workflow command. */
export const say = (text: string): void => console.log(text);

const place = (text: string, where: { file: string; line: number } | undefined): ConfigError => ({
  file: where?.file ?? "",
  line: where?.line ?? null,
  column: null,
  path: "",
  message: text,
});

/** A failure, and where: the process will end with 1. */
export const complain = (text: string, where?: { file: string; line: number }): void => {
  console.error(text);
  if (inActions) console.log(formatAnnotation(place(text, where)));
};

/** A mistake in a configuration. */
export const complainOf = (error: ConfigError): void => {
  console.error(formatConfigError(error));
  if (inActions) console.log(formatAnnotation(error));
};

/** Something about the data that a person should look at; `where` is `file:line` or a file. */
export const warn = (where: string, text: string): void => {
  const [, file, line] = /^(.*?)(?::(\d+))?$/s.exec(where)!;
  console.error(`warning: ${where} › ${text}`);
  if (inActions) console.log(asWarning(place(text, { file: file!, line: Number(line ?? 1) })));
};

const asWarning = (error: ConfigError): string => formatAnnotation(error).replace("::error", "::warning");

/** Something that looks wrong and need not be: it is said, and the run goes on. */
export const warnOf = (error: ConfigError): void => {
  console.error(`warning: ${formatConfigError(error)}`);
  if (inActions) console.log(asWarning(error));
};
