import { z } from "zod";
import { teamSchema } from "./schema.ts";

/**
 * The JSON Schema of `team.yaml` for editors, with a trailing newline. Draft 7, which the YAML language server reads in full. It can't
 * say what compares two values, such as overlapping sprints: that is told when the file is read.
 */
export const teamJsonSchema = (): string => {
  const schema = z.toJSONSchema(teamSchema, { target: "draft-7", io: "input" });
  const titled = { $schema: schema.$schema, title: "Backlog Runway: team.yaml", ...schema };
  return `${JSON.stringify(titled, null, 2)}\n`;
};
