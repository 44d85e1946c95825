import { showPlain } from "./show.ts";

/** One mistake in a configuration file. */
export type ConfigError = {
  /** As it is to be shown, relative to the repository where possible: `data/teams/checkout/team.yaml`. */
  file: string;
  /** From 1; null where the mistake is in no line, such as a file that isn't there. */
  line: number | null;
  /** From 1. */
  column: number | null;
  /** The key, such as `ready.status` or `sprints[2].end`; empty where no key is concerned. */
  path: string;
  message: string;
};

/** Where a value stands in the file: keys and places in lists (from 0), outermost first. */
export type ConfigPath = readonly (string | number)[];

/** `["annotations", 0, "on"]` becomes `annotations[0].on`; a key of other than letters is quoted and escaped. */
export const formatPath = (path: ConfigPath): string =>
  path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      const shown = /^[\p{L}\p{N}_-]{1,60}$/u.test(step) ? step : `"${showPlain(step)}"`;
      return index === 0 ? shown : `.${shown}`;
    })
    .join("");

const withPath = (error: ConfigError): string =>
  error.path === "" ? error.message : `${error.path}: ${error.message}`;

const LONGEST_PATH = 500;

/** One line for people: `data/teams/checkout/team.yaml:9 › ready.status: expected …, found …`. */
export const formatConfigError = (error: ConfigError): string => {
  const place =
    error.line === null
      ? showPlain(error.file, LONGEST_PATH)
      : `${showPlain(error.file, LONGEST_PATH)}:${error.line}`;
  return error.path === "" ? `${place}: ${error.message}` : `${place} › ${withPath(error)}`;
};

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/**
 * One line for the log of GitHub Actions, which shows it on the very line of the file, as an error or a warning:
 * `::error file=data/teams/checkout/team.yaml,line=9,col=3::ready.status: expected …`.
 */
export const formatAnnotation = (error: ConfigError, level: "error" | "warning" = "error"): string => {
  const properties = error.file === "" ? [] : [`file=${escapeProperty(error.file)}`];
  if (error.line !== null) properties.push(`line=${error.line}`);
  if (error.column !== null) properties.push(`col=${error.column}`);
  return `::${[level, properties.join(",")].filter((part) => part !== "").join(" ")}::${escapeData(withPath(error))}`;
};
