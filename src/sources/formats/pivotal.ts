import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** Pivotal Tracker's stories, in the order of its panels. Comments and owners follow in as many columns as they need. */
export const pivotal = defineCsvFormat({
  id: "pivotal",
  title: "Pivotal Tracker CSV export",
  example:
    "Id, Title, Labels, Iteration, Iteration Start, Iteration End, Type, Estimate, Current State, Created at, Accepted at",
  columns: {
    key: ["Id"],
    title: ["Title", "Story"],
    type: ["Type", "Story Type"],
    status: ["Current State"],
    created: ["Created at"],
    resolved: ["Accepted at"],
    estimate: ["Estimate"],
    labels: ["Labels"],
    sprintNumber: ["Iteration"],
    description: ["Description"],
  },
  needs: ["key", "title", "status", "resolved"],
  keys: { form: /^\d+$/, name: "story's Id", like: "12345678" },
  order: "rows",
  markup: "markdown",
  blanks: ["-1"],
  categories: {
    todo: ["unscheduled", "unstarted", "planned"],
    // Only its owner's word makes a story done.
    doing: ["started", "finished", "delivered", "rejected"],
    done: ["accepted"],
  },
});
