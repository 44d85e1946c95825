/** Every kind of export that can be named; `auto` tells it by its content, `custom` goes by `columns`. */
export const EXPORT_FORMATS = [
  "auto",
  "custom",
  "jira",
  "azure-devops",
  "linear",
  "gitlab",
  "github-projects",
  "trello",
  "shortcut",
  "asana",
  "youtrack",
  "redmine",
  "taiga",
  "pivotal",
  "bugzilla",
  "trello-json",
  "jira-json",
  "github-json",
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a column of a table of one's own can stand for, and what it is for. */
export const OWN_COLUMNS = {
  id: "The item's key, by which it is known from one export to the next.",
  title: "Its title; shown only where publish.titles allows it.",
  type: "Its type, such as Story or Epic.",
  status: "Its status.",
  category: "What the status means: To Do, In Progress or Done.",
  resolution: "Why it was closed.",
  created: "When it was created.",
  updated: "When it was last changed; of a key twice in a file the later row counts.",
  closed: "When it was closed.",
  estimate: "Its estimate.",
  labels: "Its labels, parted by commas or semicolons.",
  sprint: "The sprint it is assigned to.",
  description: "Its description.",
  acceptanceCriteria: "Its acceptance criteria.",
  blocked: "Filled, and not with no or false: something blocks it.",
  blockedBy: "Keys of the items that block it.",
  parent: "The key of its parent.",
  rank: "Its place in the backlog, a number or a text that sorts.",
} as const;

export type OwnColumn = keyof typeof OWN_COLUMNS;

/** The headings of a table of one's own; of several the first filled cell counts. */
export type OwnColumns = Partial<Record<OwnColumn, string[]>>;
