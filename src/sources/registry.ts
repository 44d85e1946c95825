import type { DocumentSource, Source } from "./define.ts";
import { asana } from "./formats/asana.ts";
import { azureDevops } from "./formats/azure-devops.ts";
import { bugzilla } from "./formats/bugzilla.ts";
import { githubJson } from "./formats/github-json.ts";
import { githubProjects } from "./formats/github-projects.ts";
import { gitlab } from "./formats/gitlab.ts";
import { jira } from "./formats/jira.ts";
import { jiraJson } from "./formats/jira-json.ts";
import { linear } from "./formats/linear.ts";
import { pivotal } from "./formats/pivotal.ts";
import { redmine } from "./formats/redmine.ts";
import { shortcut } from "./formats/shortcut.ts";
import { taiga } from "./formats/taiga.ts";
import { trello } from "./formats/trello.ts";
import { trelloJson } from "./formats/trello-json.ts";
import { youtrack } from "./formats/youtrack.ts";

/** Every export format that is a table, in the order in which a header is offered to them. */
export const sources: readonly Source[] = [
  jira,
  azureDevops,
  linear,
  gitlab,
  githubProjects,
  trello,
  shortcut,
  asana,
  youtrack,
  redmine,
  taiga,
  pivotal,
  bugzilla,
];

/** Every export format that is one document, in the order in which a file is offered to them. */
export const documents: readonly DocumentSource[] = [trelloJson, jiraJson, githubJson];
