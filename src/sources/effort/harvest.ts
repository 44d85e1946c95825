import { defineTracker } from "./tracker.ts";

/** Harvest's detailed time report: `Date`, `Hours` as 1.5 or 1:30. It has no tags; its tasks are kinds of work and stand for them. */
export const harvest = defineTracker({
  id: "harvest",
  title: "Harvest detailed time report",
  example: "Date, Client, Project, Task, Notes, Hours",
  recognises: (names) => names.has("date") && names.has("hours") && (names.has("task") || names.has("notes")),
  columns: {
    day: "date",
    length: ["hours"],
    project: ["project", "project code"],
    tag: ["task"],
    text: ["notes", "task"],
  },
});
