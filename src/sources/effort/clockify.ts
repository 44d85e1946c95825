import { defineTracker } from "./tracker.ts";

/** Clockify's detailed report: `Start Date` in the account's own format, `Duration (h)` 01:30:00. */
export const clockify = defineTracker({
  id: "clockify",
  title: "Clockify detailed report",
  example: "Project, Description, Tags, Start Date, Duration (h), Duration (decimal)",
  recognises: (names) =>
    names.has("start date") && (names.has("duration (h)") || names.has("duration (decimal)")),
  columns: {
    day: "start date",
    length: ["duration (h)", "duration (decimal)"],
    project: ["project"],
    tag: ["tags"],
    text: ["description", "task"],
  },
});
