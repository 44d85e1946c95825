import { z } from "zod";

const instant = z.string().describe("an instant in UTC");

const itemSchema = z.object({
  id: z.string(),
  size: z.number().nullable().describe("in the team's unit; null when unknown"),
  imputed: z.boolean().describe("the size is the median of finished items"),
  estimate: z.number().nullable().describe("the item's own"),
  failed: z.array(z.string()).describe("the checks it fails, by the rule's keys, in the rule's order"),
});

/** What the what-if page computes from: the same that the headline numbers are made of, at as-of. */
export const whatIfSchema = z.object({
  items: z.array(itemSchema).describe("the Product Backlog: in its order, then what has no place"),
  ordered: z.number().int().nullable().describe("so many of them have a place; null where no order was seen"),
  maxSize: z.number().nullable().describe("of the ready rule"),
  velocity: z.object({
    sprints: z.number().int().describe("how many ended sprints the velocity is the mean of"),
    finished: z
      .array(z.object({ sprint: z.string(), estimates: z.array(z.number().nullable()) }))
      .describe(
        "what each of the last ended sprints that count finished, oldest first; null without an estimate",
      ),
  }),
  ahead: z
    .object({
      from: instant.describe("the end of the running sprint; as-of when none runs"),
      sprints: z.array(
        z.object({
          name: z
            .string()
            .nullable()
            .describe("null beyond the calendar, where sprints have the last length"),
          start: instant,
          end: instant,
        }),
      ),
    })
    .nullable()
    .describe("null without sprints"),
  capacity: z
    .object({
      sprint: z.string(),
      people: z.number().nullable(),
      hours: z.number().nullable(),
      capacity: z.number().nullable(),
    })
    .nullable()
    .describe("person-hours of refinement and of capacity in the last ended sprint"),
  minutesPerItem: z
    .number()
    .nullable()
    .describe("logged minutes of refinement that an item takes to become ready"),
});

export type WhatIf = z.infer<typeof whatIfSchema>;
