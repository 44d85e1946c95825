import { addDays, daysOff, firstSprintDay, sprintName, sprintStart } from "./calendar.ts";
import { largestReadySize } from "./item.ts";
import { cutFrom, steppedUpFrom } from "./sessions.ts";

/** The demo team's configuration, written to be read by somebody who sets up a first team. */
export function writeTeamYaml(): string {
  return `# yaml-language-server: $schema=../../../public/team.schema.json

# Harbour is an invented team that builds a booking app for small ferry lines.
# Its data is made by a program, not by people. To start with a team of your own, copy this file into a new
# folder beside this one, change what is different, put your exports into its folder exports/, and delete
# this folder when you no longer need it.
name: Harbour
timezone: Europe/Berlin

# Where the items come from: the files in exports/, one for each day on which somebody exported the backlog.
# The format (Jira, Azure DevOps, Linear, …) is recognised from the header row.
source:
  exports: { format: auto }

# Every two weeks from this Monday on. The name must be the one that the tracker writes into its sprint column.
sprints:
  every: 2 weeks
  first: ${firstSprintDay}
  name: "${sprintName(0).replace("0", "{n}")}"

# An item is ready when it passes all of these.
ready:
  status: [Ready]            # its status is one of these
  estimate: true             # it has an estimate
  acceptanceCriteria: true   # its description has a heading "Acceptance criteria" with a list below it
  maxSize: ${largestReadySize}                 # and it is small enough for one sprint

# How many sprints of ready work the team wants: at least the first number, at most the second.
band: [2, 3]

# For the share of time that goes into refinement; the sessions are in refinement/sessions.csv.
capacity:
  people: 6
  hoursPerDay: 6
  daysOff: [${daysOff.join(", ")}]

# Everything else is published as numbers only. Titles of items appear on the pages because of this line.
publish: { titles: true }

# What happened, to be seen in the charts.
annotations:
  - { on: ${sprintStart(cutFrom)}, text: New Product Owner }
  - { on: ${addDays(sprintStart(steppedUpFrom), 2)}, text: Weekly refinement stepped up }
`;
}
