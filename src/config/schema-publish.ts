import { z } from "zod";
import { truth } from "./values.ts";
import { worded } from "./wording.ts";

const people = worded(z.literal(false), "false", {
  refuse: (found) => (found === true ? "expected false, found true: people are never published" : null),
})
  .default(false)
  .describe("People are never published; the key may say so.");

/** What a team shows beside numbers and ids. */
export const teamPublish = worded(
  z.strictObject({
    titles: truth()
      .optional()
      .describe(
        "Shows the items' titles on the site, which may be open to everyone. Left out: only those of a public repository.",
      ),
    people,
    links: truth().default(true).describe("Links the items to the tracker."),
  }),
  "choices such as { titles: true }",
);

/** What the site lets its teams show. */
export const sitePublish = worded(
  z.strictObject({
    titles: truth()
      .default(true)
      .describe("false: no team's page shows titles, whatever its own team.yaml says."),
    people,
    links: truth()
      .default(true)
      .describe("false: no team's page links to the tracker, whatever its own team.yaml says."),
  }),
  "choices such as { titles: false }",
);
