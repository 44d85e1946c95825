import type { Basis } from "../report/schema.ts";

const WORDS: Record<Basis, string> = {
  observed: "observed",
  rebuilt: "rebuilt from dates",
  gap: "not known",
};

/** How a point is known, in words. */
export const basisWords = (basis: Basis): string => WORDS[basis];
