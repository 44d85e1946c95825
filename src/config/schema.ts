import { z } from "zod";
import { teamPublish } from "./schema-publish.ts";
import { readySchema } from "./schema-ready.ts";
import { sourceSchema } from "./schema-source.ts";
import { sprintsSchema } from "./schema-sprints.ts";
import { day, timeZone } from "./time-values.ts";
import { choice, positive, text, textOrTexts, texts, truth, whole, zeroOrMore } from "./values.ts";
import { worded } from "./wording.ts";

const statuses = worded(
  z.strictObject({
    started: texts("a status", "In Progress")
      .optional()
      .describe("Statuses of items that work has begun on."),
    finished: texts("a status", "Done").optional().describe("Statuses of items that are done."),
    dropped: texts("a status", "Rejected")
      .optional()
      .describe("Statuses or resolutions of items closed without being done; adds to the usual ones."),
  }),
  "lists of statuses such as { started: [In Progress] }",
);

const zero = choice(["unset", "size"])
  .default("unset")
  .describe("What an estimate of 0 is: none, or a size of 0.");

const estimate = worded(
  z.union([
    z.strictObject({
      field: text("a field name").optional().describe("The tracker's field that holds the estimate."),
      zero,
    }),
    z.strictObject({
      labels: text('a pattern of labels such as "size/*"')
        .optional()
        .describe("Labels that hold the estimate, with * in the place of the number, such as size/*."),
      zero,
    }),
  ]),
  '{ field: … } or { labels: "size/*" }',
);

const band = worded(
  z
    .tuple([zeroOrMore("a number of sprints"), zeroOrMore("a number of sprints")])
    .refine(([lower, upper]) => lower < upper),
  "two numbers of sprints, the lower first, such as [2, 3]",
  {
    suggest: (found) =>
      Array.isArray(found) && found.length === 2 && found[0] > found[1] ? `[${found[1]}, ${found[0]}]` : null,
  },
);

const velocity = worded(
  z.strictObject({
    sprints: whole(3, 26).default(5).describe("How many ended sprints the velocity is the mean of."),
  }),
  "{ sprints: 5 }",
);

const hours = {
  daysOff: worded(z.array(day()), "a list of days such as [2026-12-24]")
    .optional()
    .describe("Working days on which nobody works."),
};
const perSprint = worded(
  z.record(z.string(), positive("hours")),
  'hours by sprint such as { "Sprint 7": 300 }',
).describe("Person-hours of single sprints by name, in place of the product.");

const capacity = worded(
  z.union([
    z.strictObject({
      people: positive("a number of people").describe("How many people work in the team; parts count."),
      hoursPerDay: positive("hours").describe("Hours that one person works on a working day."),
      ...hours,
      perSprint: perSprint.optional(),
    }),
    z.strictObject({ perSprint, ...hours }),
  ]),
  "{ people: 6, hoursPerDay: 6 } or { perSprint: … }",
);

const match = worded(
  z
    .strictObject({
      project: textOrTexts("a project").optional().describe("Entries of one of these projects."),
      tag: textOrTexts("a tag").optional().describe("Entries with one of these tags."),
      text: textOrTexts("a text")
        .optional()
        .describe("Entries and events whose description or summary contains one of these."),
    })
    .refine((given) => Object.values(given).some((one) => one !== undefined)),
  'at least one of project, tag and text, such as { text: "refinement" }',
);

const effort = worded(
  z.strictObject({
    guideline: positive("per cent of capacity")
      .default(10)
      .describe("Share of capacity drawn as a guideline, in per cent."),
    match: match
      .optional()
      .describe("Which entries of time trackers and calendars are refinement; replaces the usual words."),
  }),
  "{ guideline: 10 }",
);

const annotation = worded(
  z.strictObject({
    on: day().describe("The day in the team's time zone."),
    text: text("a few words").describe("What happened that day; shown on the charts."),
    newBaseline: truth().default(false).describe("Starts the process limits anew from this day."),
  }),
  "a note such as { on: 2026-03-02, text: New Product Owner }",
);

const baseline = worded(
  z
    .strictObject({
      from: day().describe("First day: sprints that begin from then on make the limits."),
      to: day().describe(
        "Last day: sprints that begin later are judged by the limits and don't change them.",
      ),
    })
    .refine(({ from, to }) => from <= to),
  "a stretch of days, the first one first, such as { from: 2026-01-05, to: 2026-06-30 }",
);

/** `team.yaml` as people write it. What depends on two places of the file is checked by `rules.ts`. */
export const teamSchema = worded(
  z.strictObject({
    name: text("a team name")
      .optional()
      .describe("The team's name on the site; without it the folder's name."),
    timezone: timeZone().describe(
      "IANA time zone in which the team's days begin and end, such as Europe/Berlin.",
    ),
    source: sourceSchema.describe("Where the items come from: exports or github."),
    sprints: sprintsSchema.optional().describe("The sprints: a cadence, the tracker's own, or a list."),
    statuses: statuses
      .optional()
      .describe("What the tracker's statuses mean, where its categories don't say it."),
    ignoreTypes: texts("an item type", "Epic")
      .optional()
      .describe("Item types that aren't backlog items; replaces the usual list."),
    estimate: estimate.optional().describe("Where the estimate is found, when not in the usual field."),
    unit: choice(["auto", "points", "items"]).default("auto").describe("What sizes are counted in."),
    ready: readySchema.optional().describe("When an item is ready: it passes every check written here."),
    band: band.default([2, 3]).describe("The wanted depth of ready work: lower and upper number of sprints."),
    velocity: velocity.optional().describe("How the velocity is taken."),
    capacity: capacity.optional().describe("Working hours, for the share that goes into refinement."),
    effort: effort
      .optional()
      .describe("The share of refinement: its guideline, and what counts as refinement."),
    publish: teamPublish.optional().describe("What the site shows beside numbers and ids."),
    baseline: baseline
      .optional()
      .describe("Freezes the process limits to those of a stretch of time; a later newBaseline ends it."),
    annotations: worded(
      z.array(annotation),
      "a list of notes such as { on: 2026-03-02, text: New Product Owner }",
    )
      .default([])
      .describe("Events that explain a change in the charts."),
  }),
  "a configuration: lines such as `timezone: Europe/Berlin`",
);

/** `team.yaml` after zod's defaults, before `resolve.ts`. */
export type TeamInput = z.infer<typeof teamSchema>;
