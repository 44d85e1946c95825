import type { Written } from "./daily-stores.ts";

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;

/** The kind of a file: each is packed on its own, every version against the one before. */
const KINDS = ["items", "order", "runs", "changes"];
const kindOf = (path: string): number => KINDS.findIndex((kind) => path.startsWith(kind));

/**
 * What `git fast-import` is told: every version of every file, one kind after the other since git packs a file against
 * what it was handed just before, and then a commit a run.
 * @param stores goes through the stores anew each time: all of them together would be gigabytes
 */
export function* importWords(stores: () => Iterable<Written>): Generator<string> {
  const markOf = (run: number, kind: number): number => run * KINDS.length + kind + 1;
  for (const kind of KINDS.keys()) {
    let run = 0;
    for (const { files } of stores()) {
      for (const [path, text] of files)
        if (kindOf(path) === kind) yield `blob\nmark :${markOf(run, kind)}\n${data(text)}`;
      run += 1;
    }
  }
  let run = 0;
  for (const { at, files } of stores()) {
    const seconds = Date.parse(at) / 1000;
    const puts = [...files.keys()].map((path) => `M 100644 :${markOf(run, kindOf(path))} ${path}\n`);
    yield `commit refs/heads/backlog-data\ncommitter bot <bot@example.com> ${seconds} +0000\n${data("Refresh")}${puts.join("")}\n`;
    run += 1;
  }
}
