import type { z } from "zod";

type Schema = z.core.$ZodType;

/** The schema inside `.optional()`, `.default()` and `.nullable()`, and whether null passes. */
export const unwrap = (schema: Schema): { inner: z.core.$ZodTypes; nullable: boolean } => {
  let inner = schema as z.core.$ZodTypes;
  let nullable = false;
  while (
    inner._zod.def.type === "optional" ||
    inner._zod.def.type === "default" ||
    inner._zod.def.type === "nullable"
  ) {
    nullable ||= inner._zod.def.type === "nullable";
    inner = inner._zod.def.innerType as z.core.$ZodTypes;
  }
  return { inner, nullable };
};

/** The keys that a mapping may have, of a union those of every branch. */
export const keysIn = (schema: Schema): string[] => {
  const { def } = unwrap(schema).inner._zod;
  if (def.type === "object") return Object.keys(def.shape);
  return def.type === "union" ? [...new Set(def.options.flatMap(keysIn))] : [];
};
