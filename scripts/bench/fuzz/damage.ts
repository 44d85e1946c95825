import { randomLcg } from "d3-random";

/** Pieces that mean something to a table, a date, a number or a terminal. */
const PIECES = [
  ",",
  ";",
  "\t",
  "|",
  '"',
  '""',
  "\n",
  "\r\n",
  "\r",
  "\0",
  "\ufeff",
  "é",
  "łódź",
  "🛳",
  "\u202e",
  "\u001b[31m",
  "=cmd()",
  "<script>",
  "1.2E+15",
  "12/34/5678",
  "29:10.8",
  "0|i",
  "-3",
  "NaN",
  "Issue key",
  "ID",
  "Status",
  "__proto__",
  "[name=",
  "h3. Acceptance criteria\n* x",
  "x".repeat(5000),
];

type Damage = (bytes: Buffer, below: (limit: number) => number) => Buffer;

const splice = (bytes: Buffer, at: number, options: { out: number; put: Buffer }): Buffer =>
  Buffer.concat([bytes.subarray(0, at), options.put, bytes.subarray(at + options.out)]);

const inLines = (bytes: Buffer, change: (lines: string[]) => string[]): Buffer =>
  Buffer.from(change(bytes.toString("utf8").split("\n")).join("\n"));

const DAMAGES: readonly Damage[] = [
  (bytes, below) => bytes.subarray(0, below(bytes.length + 1)),
  (bytes, below) =>
    splice(bytes, below(bytes.length + 1), { out: 0, put: Buffer.from(PIECES[below(PIECES.length)]!) }),
  (bytes, below) => splice(bytes, below(bytes.length + 1), { out: 1 + below(300), put: Buffer.alloc(0) }),
  (bytes, below) => splice(bytes, below(bytes.length + 1), { out: 1, put: Buffer.from([below(256)]) }),
  // Saved again in another encoding, with another separator, or with other line ends.
  (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString("utf8"), "utf16le")]),
  (bytes) => Buffer.from(bytes.toString("utf8"), "latin1"),
  (bytes, below) => Buffer.from(bytes.toString("utf8").replaceAll(",", [";", "\t", "|"][below(3)]!)),
  (bytes, below) => Buffer.from(bytes.toString("utf8").replaceAll("\n", ["\r\n", "\r"][below(2)]!)),
  (bytes) => Buffer.from(bytes.toString("utf8").replaceAll('"', "")),
  // Rows doubled, out of order, below other lines, or with cells too few or too many.
  (bytes, below) => inLines(bytes, (lines) => [...lines, lines[below(lines.length)]!, ""]),
  (bytes, below) => inLines(bytes, (lines) => ["Exported by somebody", ...lines].slice(below(2))),
  (bytes, below) => inLines(bytes, (lines) => lines.map((line) => (below(9) === 0 ? `${line},extra` : line))),
  (bytes, below) =>
    inLines(bytes, (lines) => lines.map((line) => (below(9) === 0 ? line.slice(0, below(40)) : line))),
  (bytes, below) => inLines(bytes, (lines) => lines.map((line) => `${line}${",more".repeat(1 + below(60))}`)),
  (bytes, below) => Buffer.concat([bytes, bytes.subarray(below(bytes.length + 1))]),
];

/** Nothing but pieces below a header: no file was ever like it, and yet it must be read or refused. */
const invented = (header: Buffer, below: (limit: number) => number): Buffer => {
  const parts = Array.from({ length: below(40) }, () => PIECES[below(PIECES.length)]!);
  return Buffer.concat([header, Buffer.from(`\n${parts.join(below(2) === 0 ? "," : "")}`)]);
};

/** Damaged and invented exports, made from whole ones: the same files for the same seed. */
export const damagedFiles = function* (options: {
  originals: readonly Buffer[];
  count: number;
  seed: number;
}): Generator<Buffer> {
  const next = randomLcg(options.seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  for (let made = 0; made < options.count; made += 1) {
    let bytes = options.originals[below(options.originals.length)]!;
    if (below(10) === 0) bytes = invented(bytes.subarray(0, Math.max(0, bytes.indexOf(10))), below);
    for (let times = 1 + below(3); times > 0; times -= 1)
      bytes = DAMAGES[below(DAMAGES.length)]!(bytes, below);
    yield bytes;
  }
};
