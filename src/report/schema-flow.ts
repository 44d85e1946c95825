import { z } from "zod";

const list = z
  .array(z.object({ id: z.string(), title: z.string().nullable(), url: z.string().nullable() }))
  .nullable()
  .describe("each item once, sorted by key; null where the sprint's number is unknown");

/** The items behind the counts of one sprint: what a retrospective looks at. */
const sprintItemsSchema = z.object({
  sprint: z.string(),
  arrived: list,
  split: list,
  becameReady: list,
  returnedReady: list,
  fellOut: list,
  pulled: list,
  pulledUnready: list,
  returned: list,
  finished: list,
  dropped: list,
  reopened: list,
  wentStale: list.describe("passed the shelf life of three sprints while ready"),
});

export const flowItemsSchema = z.array(sprintItemsSchema).describe("of every begun sprint");
