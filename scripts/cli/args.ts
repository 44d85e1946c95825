import { parseArgs } from "node:util";
import { type AsOf, parseAsOf } from "./as-of.ts";

/** What every command understands; each says which of it in its usage. */
export type Args = {
  data: string;
  out: string;
  teams: string[];
  asOf: AsOf;
  /** A person has set as-of; else it is now. */
  asOfGiven: boolean;
  acceptShrink: boolean;
  minutes: number;
  stored: boolean;
  port: number;
};

type Flag = "data" | "out" | "team" | "as-of" | "accept-shrink" | "minutes" | "stored" | "port";

const OPTIONS = {
  data: { type: "string" },
  out: { type: "string" },
  team: { type: "string", multiple: true },
  "as-of": { type: "string" },
  "accept-shrink": { type: "boolean" },
  minutes: { type: "string" },
  stored: { type: "boolean" },
  port: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** How long reading GitHub may take: well below the time of a workflow's job. */
const MINUTES = 30;

const HELP: Record<Flag, string> = {
  data: "--data DIR         folder with teams/, store/ and report/ (default: data)",
  out: "--out DIR          folder the site is written to (default: dist)",
  team: "--team NAME        only this team; may be given again (default: all)",
  "as-of":
    "--as-of INSTANT    measure as of then: 2026-03-05T13:54:00Z, or 2026-03-05 for its end where the team is (default: now)",
  "accept-shrink":
    "--accept-shrink    take an export from which more than a fifth of the open items are missing",
  stored: "--stored           measure what the store holds and read no source",
  minutes:
    "--minutes NUMBER   how long reading GitHub may take; the next run goes on from there (default: 30)",
  port: "--port NUMBER      where to serve the site (default: 4321)",
};

const usageOf = (command: { name: string; does: string; flags: readonly Flag[] }): string =>
  [
    `npm run ${command.name} -- [options]`,
    "",
    command.does,
    "",
    "Options:",
    ...command.flags.map((flag) => `  ${HELP[flag]}`),
    "  --help             this text",
    "",
    "Exit codes: 0 done, 1 something failed and is named, 2 wrong usage.",
  ].join("\n");

const fail = (message: string, usage: string): never => {
  console.error(`${message}\n\n${usage}`);
  process.exit(2);
};

/**
 * Reads the command line; prints help or a usage error and ends the process where that is all there is to do.
 * Only here is the clock read: everything below is handed its instant.
 */
export const readArgs = (command: { name: string; does: string; flags: readonly Flag[] }): Args => {
  const usage = usageOf(command);
  const options = Object.fromEntries(
    Object.entries(OPTIONS).filter(([name]) => name === "help" || command.flags.includes(name as Flag)),
  ) as typeof OPTIONS;
  const parse = () => {
    try {
      return parseArgs({ options, strict: true, allowPositionals: false }).values;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return fail(error.message, usage);
    }
  };
  const values = parse();
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const asOf = values["as-of"] === undefined ? { instant: Date.now() } : parseAsOf(values["as-of"]);
  if (asOf === null)
    return fail(
      `--as-of: "${values["as-of"]}" is no instant. Write 2026-03-05 or 2026-03-05T13:54:00Z.`,
      usage,
    );
  const minutes = Number(values.minutes ?? MINUTES);
  if (!Number.isFinite(minutes) || minutes <= 0)
    return fail(`--minutes: "${values.minutes}" is no time.`, usage);
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return fail(`--port: "${values.port}" is no port.`, usage);
  return {
    data: values.data ?? "data",
    out: values.out ?? "dist",
    teams: values.team ?? [],
    asOf,
    asOfGiven: values["as-of"] !== undefined,
    acceptShrink: values["accept-shrink"] ?? false,
    minutes,
    stored: values.stored ?? false,
    port,
  };
};
