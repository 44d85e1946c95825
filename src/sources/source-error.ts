/** A file that cannot be used at all. The message names the file, the line where there is one, and the remedy. */
export class SourceError extends Error {
  readonly file: string;
  readonly line: number;
  /** The message without its place. */
  readonly reason: string;
  constructor(options: { file: string; line?: number; found: string; remedy: string }) {
    super(`${options.file}:${options.line ?? 1} › ${options.found} ${options.remedy}`);
    this.name = "SourceError";
    this.file = options.file;
    this.line = options.line ?? 1;
    this.reason = `${options.found} ${options.remedy}`;
  }
}

/** A file without a single item. It says nothing about the backlog, whatever became of the filter that made it. */
export class EmptyExport extends SourceError {
  /** Data rows that it has all the same. */
  readonly rows: number;
  constructor(options: { file: string; found: string; remedy: string; rows: number }) {
    super(options);
    this.name = "EmptyExport";
    this.rows = options.rows;
  }
}
