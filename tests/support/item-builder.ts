import { type Facts, NO_FACTS } from "../../src/model/facts.ts";

/** An item's facts: unknown but for what is given, and frozen. */
export const item = (given: Partial<Facts> = {}): Facts => {
  const labels = given.labels ? Object.freeze([...given.labels]) : null;
  return Object.freeze({ ...NO_FACTS, ...given, labels });
};
