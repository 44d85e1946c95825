/** A line of the store that cannot be what we wrote: named with its place, so that a person can mend it. */
export type Damage = { file: string; line: number; reason: string };

export class DamagedStore extends Error {
  readonly damages: readonly Damage[];
  readonly remedy =
    "Nothing was written. Restore the file from its git history, or delete the team's store folder to rebuild it from the exports.";
  constructor(damages: readonly Damage[]) {
    super(damages.map(({ file, line, reason }) => `${file}:${line} › damaged line: ${reason}`).join("\n"));
    this.name = "DamagedStore";
    this.damages = damages;
  }
}

export const stringifyLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join("");

/**
 * Parses one JSON object a line. `check` returns what is wrong with a parsed line, or `null`.
 * Damages are collected, not thrown, so that all of them are reported at once.
 */
export const parseLines = <T>(options: {
  text: string;
  file: string;
  check: (value: unknown) => string | null;
  damages: Damage[];
}): T[] => {
  const { text, file, check, damages } = options;
  if (text === "") return [];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  else damages.push({ file, line: lines.length, reason: "the file ends in the middle of a line" });
  const values: T[] = [];
  lines.forEach((line, index) => {
    try {
      const value: unknown = JSON.parse(line);
      const reason = check(value);
      if (reason) damages.push({ file, line: index + 1, reason });
      else values.push(value as T);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      damages.push({ file, line: index + 1, reason: "not JSON" });
    }
  });
  return values;
};
