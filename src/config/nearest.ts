import { distance } from "fastest-levenshtein";
import { fold } from "../lib/text.ts";

/** Longer texts are no misspelt word, and comparing them costs time that grows with the square of their length. */
const LONGEST_WORD = 100;

/**
 * The candidate that `found` most likely was meant to be, or null when none is near. Near is a Levenshtein distance of at most
 * two fifths of the longer word's letters, at least 1: enough for two letters swapped in a word of four (`form` for `from`).
 */
export const nearest = (found: string, candidates: Iterable<string>): string | null => {
  if (found.length > LONGEST_WORD) return null;
  const wanted = fold(found);
  if (wanted === "") return null;
  let best: { candidate: string; away: number } | null = null;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const away = distance(wanted, folded);
    const allowed = Math.max(1, Math.round(0.4 * Math.max(wanted.length, folded.length)));
    if (
      away <= allowed &&
      away < Math.min(wanted.length, folded.length) &&
      (best === null || away < best.away)
    )
      best = { candidate, away };
  }
  return best?.candidate ?? null;
};
