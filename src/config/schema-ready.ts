import { z } from "zod";
import type { CheckName } from "../model/ready.ts";
import { showValue } from "./show.ts";
import { positive, textOrTexts, truth, whole } from "./values.ts";
import { worded } from "./wording.ts";

const heading = worded(
  z.strictObject({
    heading: textOrTexts("a heading").describe("The words that stand above the acceptance criteria."),
  }),
  'words such as { heading: "Definition of done" }',
);

const checks = {
  status: textOrTexts("a status").optional().describe("The item has one of these statuses."),
  labels: textOrTexts("a label").optional().describe("The item has one of these labels."),
  estimate: truth().optional().describe("The item has an estimate."),
  acceptanceCriteria: worded(z.union([truth(), heading]), "true, false or { heading: … }", {
    suggest: (found) => (typeof found === "string" ? `{ heading: ${showValue(found)} }` : null),
  })
    .optional()
    .describe(
      "The item has acceptance criteria: its own field, or a list under such a heading in the description.",
    ),
  description: worded(
    z.strictObject({ min: whole(1).describe("The least number of characters.") }),
    "a length such as { min: 50 }",
  )
    .optional()
    .describe("The description has at least this many characters."),
  notBlocked: truth().optional().describe("Nothing blocks the item."),
  maxSize: positive("a size").optional().describe("The item's own estimate does not exceed this."),
} satisfies Record<CheckName, z.ZodType>;

const rule = z.strictObject(checks);

const asksSomething = (given: z.infer<typeof rule>): boolean =>
  Object.values(given).some((check) => check !== false);

/** `ready`: an item is ready when it passes every check. A rule without checks would call everything ready, so it is refused. */
export const readySchema = worded(
  rule.refine(asksSomething),
  "at least one check, such as { estimate: true }",
);
