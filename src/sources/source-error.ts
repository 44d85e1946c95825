/** A file that cannot be used at all. The message names the file, the line where there is one, and the remedy. */
export class SourceError extends Error {
  readonly file: string;
  readonly line: number;
  constructor(options: { file: string; line?: number; found: string; remedy: string }) {
    super(`${options.file}:${options.line ?? 1} › ${options.found} ${options.remedy}`);
    this.name = "SourceError";
    this.file = options.file;
    this.line = options.line ?? 1;
  }
}
