import { fold } from "../../src/lib/text.ts";

/** Words of a sequence that is looked for; a longer text is looked for by all of its runs of this many words. */
export const LONGEST = 6;

const WORD = /[\p{L}\p{N}_]+/gu;

/** A text as the words it is compared by: without case, marks, markup and line ends. */
export const wordsOf = (text: string): string[] => fold(text).match(WORD) ?? [];

/** FNV-1a over UTF-16 units, begun at `seed`. */
const hashOf = (word: string, seed: number): number => {
  let hash = seed;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
};

/** Two hashes as one number that a Map holds exactly: 21 bits of the one, 32 of the other. */
const pair = (high: number, low: number): number => (high & 0x1fffff) * 2 ** 32 + low;

/** The words of a text as hashes, from which the hash of any run of them is made. */
export type Hashed = {
  length: number;
  /** The hash of so many words from a place on; of fewer, where the text ends before. */
  run: (at: number, words: number) => number;
};

/**
 * Hashes words and runs of them under a salt. What is withheld is held in this form only: from a hash nobody reads a
 * name, and the salt is drawn anew in every process and never leaves it.
 */
export const hasher = (salt: number) => {
  const known = new Map<string, [number, number]>();
  const wordHash = (word: string): [number, number] => {
    const found = known.get(word);
    if (found) return found;
    const made: [number, number] = [hashOf(word, salt >>> 0), hashOf(word, (salt ^ 0x9e3779b9) >>> 0)];
    known.set(word, made);
    return made;
  };
  return {
    /** One number for a whole text as it stands, to tell whether it was there before. */
    whole: (text: string): number => pair(hashOf(text, salt >>> 0), hashOf(text, (salt ^ 0x9e3779b9) >>> 0)),
    hashed: (words: readonly string[]): Hashed => {
      const hashes = words.map(wordHash);
      const run = (at: number, count: number): number => {
        let [high, low] = [0x811c9dc5, salt | 0];
        for (let index = at; index < Math.min(at + count, hashes.length); index += 1) {
          const [a, b] = hashes[index]!;
          high = Math.imul(high ^ a, 0x01000193);
          low = Math.imul(low ^ b, 0x85ebca6b) + 1;
        }
        return pair(high >>> 0, low >>> 0);
      };
      return { length: words.length, run };
    },
  };
};
