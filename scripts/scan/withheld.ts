import { randomInt } from "node:crypto";
import { hasher, LONGEST, wordsOf } from "./hashes.ts";

export type Kind = "title" | "person" | "description" | "label" | "branch";

/** What was found: what it is and where it came from, never the value itself. */
export type Hit = { kind: Kind; from: string };

/** Whoever reads a source hands over here what may not be published; nothing of it can be read out again. */
export type Withheld = {
  /** @param from where it stands, such as `data/teams/pier/exports/2026-03-05.csv:17` */
  add: (kind: Kind, value: string, from: string) => void;
  /** Whatever these texts hold is ours or public, and finding it says nothing. */
  allow: (text: string) => void;
  find: (text: string) => Hit[];
  /** How many runs of words are looked for. */
  size: () => number;
};

/** Letters and digits below which a value is too common to be looked for. */
const SHORTEST = 4;

const isTelling = (words: readonly string[]): boolean =>
  words.join("").length >= SHORTEST && words.some((word) => /\p{L}/u.test(word));

/**
 * Collects what is withheld, as salted hashes of runs of words. Left out are values of up to three characters and mere
 * numbers, which stand everywhere, and what `allow` has seen.
 */
export const collectWithheld = (): Withheld => {
  const { hashed, whole } = hasher(randomInt(2 ** 32));
  /** The same cells stand in every export of a backlog. */
  const seen = new Set<number>();
  const hits = new Map<number, Hit>();
  /** First words of what is looked for: most words of a page begin nothing. */
  const lengths = new Map<number, number>();

  const find = (text: string, onHit: (hash: number, hit: Hit) => void): void => {
    const words = hashed(wordsOf(text));
    for (let at = 0; at < words.length; at += 1) {
      const longest = lengths.get(words.run(at, 1)) ?? 0;
      for (let count = 1; count <= longest && at + count <= words.length; count += 1) {
        const hash = words.run(at, count);
        const hit = hits.get(hash);
        if (hit) onHit(hash, hit);
      }
    }
  };

  return {
    add: (kind, value, from) => {
      const cell = whole(`${kind} ${value}`);
      if (seen.has(cell)) return;
      seen.add(cell);
      const words = wordsOf(value);
      if (!isTelling(words)) return;
      const length = Math.min(words.length, LONGEST);
      const hashes = hashed(words);
      for (let at = 0; at + length <= words.length; at += 1) {
        if (words.length > LONGEST && !isTelling(words.slice(at, at + length))) continue;
        const run = hashes.run(at, length);
        if (!hits.has(run)) hits.set(run, { kind, from });
        const first = hashes.run(at, 1);
        lengths.set(first, Math.max(lengths.get(first) ?? 0, length));
      }
    },
    allow: (text) => {
      const ours = new Set<number>();
      find(text, (hash) => ours.add(hash));
      for (const hash of ours) hits.delete(hash);
    },
    find: (text) => {
      const found = new Map<Kind, Hit>();
      find(text, (_, hit) => found.set(hit.kind, found.get(hit.kind) ?? hit));
      return [...found.values()];
    },
    size: () => hits.size,
  };
};
