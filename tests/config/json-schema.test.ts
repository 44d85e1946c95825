import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configSchemas } from "../../src/config/json-schema.ts";

const schemas = Object.entries(configSchemas());

test.each(schemas)(
  "the published %s is that of the code; renew it with `node scripts/schema.ts`",
  (name, text) => {
    expect(readFileSync(new URL(`../../public/${name}`, import.meta.url), "utf8")).toBe(text);
  },
);

test.each(schemas)("every key of %s says what it is for, and no mapping takes unknown keys", (_, text) => {
  const lacking: string[] = [];
  const look = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties, additionalProperties } = node as {
      properties?: Record<string, { description?: string }>;
      additionalProperties?: unknown;
    };
    if (properties !== undefined && additionalProperties !== false) lacking.push(path);
    for (const [key, schema] of Object.entries(properties ?? {}))
      if (!schema.description) lacking.push(`${path}.${key}`);
    for (const [key, inner] of Object.entries(node)) look(inner, `${path}.${key}`);
  };
  look(JSON.parse(text), "");
  expect(lacking).toEqual([]);
});
