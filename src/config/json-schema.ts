import { z } from "zod";
import { teamSchema } from "./schema.ts";
import { siteSchema } from "./schema-site.ts";

const jsonSchema = (of: z.ZodType, file: string): string => {
  const schema = z.toJSONSchema(of, { target: "draft-7", io: "input" });
  const titled = { $schema: schema.$schema, title: `Backlog Runway: ${file}`, ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
};

/**
 * The JSON Schemas of `team.yaml` and `site.yaml` for editors, with a trailing newline, by the name of the file that
 * publishes them. Draft 7, which the YAML language server reads in full. It can't say what compares two values, such as
 * overlapping sprints: that is told when the file is read.
 */
export const configSchemas = (): Record<string, string> => ({
  "team.schema.json": jsonSchema(teamSchema, "team.yaml"),
  "site.schema.json": jsonSchema(siteSchema, "site.yaml"),
});
