import { z } from "zod";
import { day, dayOrInstant, sprintLength } from "./time-values.ts";
import { choice, numberPattern, text, texts, truth } from "./values.ts";
import { worded } from "./wording.ts";

const common = {
  match: numberPattern()
    .optional()
    .describe("How exports name the sprints, when otherwise: the number at {n} is compared."),
  exclude: texts("a sprint name", "Sprint 7")
    .optional()
    .describe("Sprints left out of the velocity, by name."),
};

const entry = worded(
  z.strictObject({
    name: text("a sprint name").describe("The sprint's name, as the tracker has it."),
    start: dayOrInstant().describe("First day, or the instant of the start with Z or an offset."),
    end: dayOrInstant().describe(
      "Last day (it belongs to the sprint), or the instant of the end with Z or an offset.",
    ),
    exclude: truth().optional().describe("Leaves the sprint out of the velocity."),
  }),
  "a sprint such as { name: Sprint 1, start: 2026-01-05, end: 2026-01-18 }",
);

const list = worded(z.array(entry).min(1), "a list of at least one sprint { name, start, end }");

const cadence = z.strictObject({
  every: sprintLength().describe("Length of each sprint, such as 2 weeks or 10 days."),
  first: day().describe("First day of the first sprint."),
  name: numberPattern()
    .default("Sprint {n}")
    .describe("Names of the sprints, with {n} in the place of the number, from 1."),
  ...common,
});

const fromSource = z.strictObject({
  from: choice(["milestones", "iterations", "export"]).describe(
    "Takes the sprints from GitHub milestones with a due date, from the board's iterations, or from the exports.",
  ),
  ...common,
});

const named = z.strictObject({ list: list.describe("The sprints, one by one."), ...common });

/** `sprints`: a cadence, the tracker's own, or a list. */
export const sprintsSchema = worded(
  z.union([
    worded(cadence, '"every" and "first"'),
    worded(fromSource, '"from"'),
    worded(named, '"list"'),
    list,
  ]),
  '"every" and "first", or "from", or a list of sprints { name, start, end }',
);

/** One sprint of a list, for the rules that compare them. */
export const sprintEntrySchema = entry;
