import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { dayOf, fromIso, startOfDay, toIso } from "../lib/dates.ts";
import { type ByteSource, CHUNK } from "./files/bytes.ts";
import { instantFromName } from "./files/export-instant.ts";

/** One file of a team's `exports/` folder, not yet parsed. */
export type ExportFile = {
  /** Relative to the team's folder, with forward slashes. */
  source: string;
  at: string;
  sha256: string;
  bytes: ByteSource;
  /** What had to be assumed about its instant. */
  remark: string | null;
};

/** A file a piece at a time: neither its size nor that of all files together is memory. */
const fileBytes = (path: string): ByteSource => ({
  size: statSync(path).size,
  chunks: function* () {
    const file = openSync(path, "r");
    try {
      const piece = Buffer.allocUnsafe(CHUNK);
      for (let length = 1; length > 0; ) {
        length = readSync(file, piece, 0, CHUNK, null);
        if (length > 0) yield piece.subarray(0, length);
      }
    } finally {
      closeSync(file);
    }
  },
});

const sha256Of = (bytes: ByteSource): string => {
  const hash = createHash("sha256");
  for (const chunk of bytes.chunks()) hash.update(chunk);
  return hash.digest("hex");
};

const IGNORED = /^\.|^readme(\.\w+)?$|^desktop\.ini$|^thumbs\.db$/i;

/** When git last recorded the file; `null` outside a repository, or for a file that git does not know. */
const gitInstant = (path: string): number | null => {
  try {
    const text = execFileSync("git", ["log", "-1", "--format=%cI", "--", basename(path)], {
      cwd: dirname(path),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    return text === "" ? null : Date.parse(text);
  } catch {
    // No git, or no repository: the file's own time is asked next, with a remark.
    return null;
  }
};

type ListOptions = {
  teamDir: string;
  /** The team's, in which a name without an offset is meant; the dates inside a file may be in another. */
  zone: string;
  asOf: number;
  /** Instants that the store knows, by source: a bare date of as-of's own day, or a file's time, keeps its first one. */
  known: ReadonlyMap<string, { at: string; sha256: string }>;
  /** Told of each file that is not read because it lies after as-of. */
  onLater?: (source: string, at: string) => void;
};

const instantOf = (
  path: string,
  options: ListOptions & { source: string; sha256: string },
): Pick<ExportFile, "at" | "remark"> => {
  const { zone, asOf, known, source, sha256 } = options;
  const before = known.get(source);
  const same = before?.sha256 === sha256 ? fromIso(before.at) : null;
  const named = instantFromName(basename(source), zone);
  if (named && !named.bareDate) return { at: toIso(named.at), remark: null };
  if (named) {
    if (same !== null && same <= asOf && dayOf(same, zone) === dayOf(named.at, zone))
      return { at: toIso(same), remark: null };
    // A bare date is the end of its day, but nothing can have been exported after now.
    const today = asOf < named.at && asOf >= startOfDay(dayOf(named.at, zone), zone);
    return { at: toIso(today ? Math.floor(asOf / 1000) * 1000 : named.at), remark: null };
  }
  if (same !== null) return { at: toIso(same), remark: null };
  const committed = gitInstant(path);
  if (committed !== null) return { at: toIso(committed), remark: null };
  const at = toIso(Math.floor(statSync(path).mtimeMs / 1000) * 1000);
  return {
    at,
    remark: `its name has no date and git does not know it, so the file's own time (${at}) counts. Name it like 2026-03-05.csv`,
  };
};

/** The exports of a team whose instant is not after as-of, in the order of their names. */
export const listExports = (options: ListOptions): ExportFile[] => {
  const folder = join(options.teamDir, "exports");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !IGNORED.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(options.teamDir.length + 1)
        .replaceAll("\\", "/"),
    );
  return names.sort().flatMap((source) => {
    const path = join(options.teamDir, source);
    const bytes = fileBytes(path);
    const sha256 = sha256Of(bytes);
    const { at, remark } = instantOf(path, { ...options, source, sha256 });
    if (fromIso(at) <= options.asOf) return [{ source, at, sha256, bytes, remark }];
    options.onLater?.(source, at);
    return [];
  });
};
