import { defineTracker } from "./tracker.ts";

/**
 * Tempo's work logs of Jira: `Work date` 2023-03-27 12:50, `Hours` 1.5. It has no tags; its activities and components stand
 * for them.
 */
export const tempo = defineTracker({
  id: "tempo",
  title: "Tempo work logs",
  example: "Issue Key, Issue summary, Hours, Work date, Work Description",
  recognises: (names) => names.has("work date") && names.has("hours"),
  columns: {
    day: "work date",
    length: ["hours"],
    project: ["project key", "project name"],
    tag: ["activity name", "component", "all components"],
    text: ["work description", "issue summary"],
  },
});
