import { z } from "zod";

const item = z.object({ id: z.string(), title: z.string().nullable(), url: z.string().nullable() });
const lacking = item.extend({
  failed: z.array(z.string()).describe("the checks of the rule of then that it failed, in the rule's order"),
});

const list = z
  .array(item)
  .nullable()
  .describe("each item once, sorted by key; null where the sprint's number is unknown");

const lackingList = z
  .array(lacking)
  .nullable()
  .describe("the same, and what each lacked when it fell out or was pulled");

/** The items behind the counts of one sprint: what a retrospective looks at. */
const sprintItemsSchema = z.object({
  sprint: z.string(),
  arrived: list,
  split: list,
  becameReady: list,
  returnedReady: list,
  fellOut: lackingList,
  pulled: list,
  pulledUnready: lackingList,
  returned: list,
  finished: list,
  dropped: list,
  reopened: list,
  wentStale: list.describe("passed the shelf life of three sprints while ready"),
});

export const flowItemsSchema = z.array(sprintItemsSchema).describe("of every begun sprint");
