import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair } from "yaml";
import type { ConfigPath } from "./errors.ts";
import { showValue } from "./show.ts";
import { parseYaml, salvage } from "./yaml-salvage.ts";

/** A mistake at a line, told before anything is compared with the schema. */
type YamlProblem = { path: ConfigPath; offset: number; message: string };

/** A text of YAML as plain values, with its mistakes and the places of its values. */
export type YamlFile = {
  /** undefined: nothing could be read. Keys keep the order written. */
  value: unknown;
  problems: YamlProblem[];
  /** Below these paths nothing is known, so nothing is asked. */
  lost: ConfigPath[];
  /** Where a value begins, or its key; of a path that isn't there, the nearest that is. */
  placeOf: (path: ConfigPath, what?: "key" | "value") => { line: number; column: number };
  placeAt: (offset: number) => { line: number; column: number };
};

const startOf = (node: unknown): number | null => (node as Node | null)?.range?.[0] ?? null;

const keyText = (pair: Pair): string | null =>
  isScalar(pair.key) && pair.key.value !== null
    ? typeof pair.key.value === "string"
      ? pair.key.value
      : (pair.key.source ?? String(pair.key.value))
    : null;

const findPair = (node: unknown, key: string | number): Pair | undefined =>
  isMap(node) ? node.items.find((pair) => keyText(pair) === String(key)) : undefined;

const placeIn = (root: unknown, path: ConfigPath, what: "key" | "value"): number => {
  let node = root;
  let value = startOf(root) ?? 0;
  let key = value;
  for (const step of path) {
    const pair = findPair(node, step);
    const next = isSeq(node) && typeof step === "number" ? node.items[step] : pair?.value;
    const nextKey = pair === undefined ? startOf(next) : startOf(pair.key);
    if (nextKey === null) break;
    key = nextKey;
    // An empty value stands nowhere: its key does.
    value = isScalar(next) && next.value === null && next.source === "" ? key : (startOf(next) ?? key);
    node = next;
  }
  return what === "key" ? key : value;
};

/** Reads YAML 1.2 core. Never throws; what can't be read is a problem with its place. */
export const readYaml = (text: string): YamlFile => {
  const sound = salvage(text);
  const { document } = parseYaml(sound.text ?? "");
  const lines = new LineCounter();
  for (let at = text.indexOf("\n"), start = 0; ; start = at + 1, at = text.indexOf("\n", start)) {
    lines.addNewLine(start);
    if (at === -1) break;
  }
  const problems: YamlProblem[] = sound.faults.map(({ offset, message, key }) => ({
    path: key === null ? [] : [key],
    offset,
    message,
  }));
  const lost: ConfigPath[] = problems.map(({ path }) => path).filter((path) => path.length > 0);

  const report = (node: unknown, path: ConfigPath, message: string): undefined => {
    problems.push({ path, offset: startOf(node) ?? 0, message });
    lost.push(path);
  };

  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };

  const plain = (node: unknown, path: ConfigPath): unknown => {
    if (isAlias(node))
      return report(node, path, "expected the value itself, found an alias: *name is not read here");
    const tag = (node as Node | null)?.tag;
    if (tag !== undefined && !tag.startsWith("tag:yaml.org,2002:"))
      return report(node, path, `expected the value alone, found the tag ${showValue(tag)}`);
    if (isSeq(node)) return node.items.map((item, index) => plain(item, [...path, index]));
    if (isScalar(node)) return node.value;
    if (!isMap(node)) return null;
    const seen = new Map<string, number>();
    const entries: [string, unknown][] = [];
    for (const pair of node.items) {
      const key = keyText(pair);
      const start = startOf(pair.key) ?? startOf(pair.value) ?? 0;
      if (key === null) {
        problems.push({ path, offset: start, message: "expected a plain text as key" });
        continue;
      }
      const earlier = seen.get(key);
      if (earlier !== undefined) {
        const message = `expected the key once, found it here and on line ${placeAt(earlier).line}`;
        problems.push({ path: [...path, key], offset: start, message });
        continue;
      }
      seen.set(key, start);
      entries.push([key, plain(pair.value, [...path, key])]);
    }
    return Object.fromEntries(entries);
  };

  const root = document?.contents ?? null;
  const value = sound.text === null ? undefined : plain(root, []);
  return {
    value,
    problems,
    lost,
    placeAt,
    placeOf: (path, what = "value") => placeAt(placeIn(root, path, what)),
  };
};
