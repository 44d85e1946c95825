import { parseTeam } from "../../../src/config/load.ts";
import type { TeamConfig } from "../../../src/config/team-config.ts";

/** The Monday on which Sprint 1 begins. */
export const FIRST_DAY = "2021-01-04";
export const SPRINT_DAYS = 14;
/** Items a sprint that the team plans and finishes. */
export const PLANNED = 70;

const TEXT = `
name: Five years
timezone: UTC
source: { exports: { format: jira } }
sprints: { every: 2 weeks, first: ${FIRST_DAY} }
ready: { status: [Ready], estimate: true, acceptanceCriteria: true, notBlocked: true, maxSize: 13 }
capacity: { people: 9, hoursPerDay: 6 }
annotations: [{ on: 2023-01-02, text: Another team joins }]
`;

/** A team as large as its backlog: everything that a configuration can ask to be measured. */
export const fiveYearsTeam = (): TeamConfig => {
  const { team, errors } = parseTeam({ text: TEXT, file: "team.yaml", id: "five-years" });
  if (!team) throw new Error(errors.map(({ message }) => message).join("\n"));
  return team;
};
