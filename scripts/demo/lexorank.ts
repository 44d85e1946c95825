/**
 * Rank strings in the manner of Jira's LexoRank, `0|i000ab:`: six digits to the base 36, and after the colon further
 * ones where there was no room between two neighbours. Compared by code point they give the order of the backlog.
 */
const prefix = "0|";
const mainDigits = 6;
const base = 36n;
/** The distance that Jira leaves between neighbours. */
const step = 8n;
const start = toNumber("i00007");

export function rankBetween(above: string | null, below: string | null): string {
  if (above === null && below === null) return write(start, 0);
  if (below === null) return write(digits(above!, mainDigits) + step, 0);
  if (above === null) return write(digits(below, mainDigits) - step, 0);
  if (above >= below) throw new Error(`No rank lies between ${above} and ${below}`);
  for (let length = mainDigits; ; length++) {
    const low = digits(above, length);
    const high = digits(below, length);
    if (high - low >= 2n) return write((low + high) / 2n, length - mainDigits);
  }
}

/** The first digits of a rank as a number, filled up with zeros or cut. */
function digits(rank: string, length: number): bigint {
  return toNumber(rank.slice(prefix.length).replace(":", "").padEnd(length, "0").slice(0, length));
}

function write(value: bigint, further: number): string {
  const text = value.toString(36).padStart(mainDigits + further, "0");
  return `${prefix}${text.slice(0, mainDigits)}:${text.slice(mainDigits).replace(/0+$/, "")}`;
}

function toNumber(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * base + BigInt(Number.parseInt(digit, 36));
  return value;
}
