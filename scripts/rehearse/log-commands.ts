import type { Annotation } from "./run.ts";

const ANNOTATIONS = new Set(["error", "warning", "notice"]);

const unescaped = (text: string): string =>
  text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");

/** What the runner would read out of a log: annotations, and any other command, which nothing of ours should give. */
export const readLog = (log: string): { annotations: Annotation[]; commands: string[] } => {
  const annotations: Annotation[] = [];
  const commands: string[] = [];
  for (const line of log.split(/\r\n|\r|\n/)) {
    const match = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/i.exec(line);
    const old = /##\[([a-z-]+)/i.exec(line);
    if (match === null) {
      if (old) commands.push(old[1]!);
      continue;
    }
    const [, name, properties = "", text] = match;
    if (!ANNOTATIONS.has(name!)) {
      commands.push(name!);
      continue;
    }
    const given = new Map(properties.split(",").map((pair) => pair.split("=", 2) as [string, string]));
    const file = given.get("file");
    const lineNumber = given.get("line");
    annotations.push({
      level: name!,
      file: file === undefined ? null : unescaped(file),
      line: lineNumber === undefined ? null : Number(lineNumber),
      text: unescaped(text!),
    });
  }
  return { annotations, commands };
};
