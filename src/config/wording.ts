import { z } from "zod";

/** How an error speaks of a value that a schema refuses. */
export type Wording = {
  /** Completes "expected …". */
  expected: string;
  /** A valid value near the one found, if any. */
  suggest?: (found: unknown) => string | null;
  /** Takes the place of "expected …, found …" where a reason says more. */
  refuse?: (found: unknown) => string | null;
};

/**
 * The words for each schema, kept apart from its description: the description explains a key to someone who
 * writes it and goes into the JSON Schema, the wording answers a value that was wrong.
 */
const wordings = z.registry<Wording>();

/** Gives `schema` its wording and returns it. A copy that `.describe()` makes of it has the same wording. */
export const worded = <S extends z.ZodType>(
  schema: S,
  expected: string,
  more: Omit<Wording, "expected"> = {},
): S => {
  wordings.add(schema as z.ZodType, { expected, ...more });
  return schema;
};

/** The wording of exactly this schema, without looking inside it. */
export const wordingOf = (schema: z.core.$ZodType): Wording | undefined => wordings.get(schema as z.ZodType);
