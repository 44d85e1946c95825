import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { teamJsonSchema } from "../../src/config/json-schema.ts";

test("the published JSON Schema is that of the code; renew it with `node scripts/schema.ts`", () => {
  expect(readFileSync(new URL("../../public/team.schema.json", import.meta.url), "utf8")).toBe(
    teamJsonSchema(),
  );
});

test("every key of the JSON Schema says what it is for, and no mapping takes unknown keys", () => {
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
  look(JSON.parse(teamJsonSchema()), "");
  expect(lacking).toEqual([]);
});
