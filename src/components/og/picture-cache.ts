/** Pictures drawn by earlier builds: most teams' numbers are those of yesterday. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Raised when the same card is to look different. */
const DRAWN_AS = 1;

const FOLDER = join(process.cwd(), "node_modules", ".cache", "backlog-runway", "pictures");

/** The picture that was drawn for this text before, or a new one, which is kept. */
export const remembered = async (
  text: string,
  draw: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const name = createHash("sha256").update(`${DRAWN_AS} ${text}`).digest("hex");
  const file = join(FOLDER, `${name}.png`);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  const picture = await draw();
  mkdirSync(FOLDER, { recursive: true });
  // Another build may be reading: a file is there whole or not at all.
  writeFileSync(`${file}.${process.pid}`, picture);
  renameSync(`${file}.${process.pid}`, file);
  return picture;
};
