import { defineTracker } from "./tracker.ts";

/** Toggl's detailed report: `Start date` 2022-06-07, `Duration` 00:45:00; the last heading carries the currency. */
export const toggl = defineTracker({
  id: "toggl",
  title: "Toggl detailed report",
  example: "Project, Description, Start date, Start time, Duration, Tags",
  recognises: (names) => names.has("start date") && names.has("duration"),
  columns: {
    day: "start date",
    length: ["duration"],
    project: ["project"],
    tag: ["tags"],
    text: ["description", "task"],
  },
});
