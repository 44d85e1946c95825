import { pathName } from "./path-name.ts";

/**
 * The address of a page or file under the site's base path.
 * @example with base `/x/`: sitePath("teams/checkout/") → "/x/teams/checkout/"
 */
export const sitePath = (path = ""): string => {
  const base = import.meta.env.BASE_URL;
  return `${base.endsWith("/") ? base : `${base}/`}${path}`;
};

export const teamPath = (team: string): string => sitePath(`teams/${encodeURIComponent(team)}/`);

export const metricPath = (team: string, metric: string): string =>
  `${teamPath(team)}${encodeURIComponent(metric)}/`;

export const csvPath = (team: string, metric: string): string =>
  `${teamPath(team)}${encodeURIComponent(metric)}.csv`;

export const jsonPath = (team: string, metric: string): string =>
  `${teamPath(team)}${encodeURIComponent(metric)}.json`;

/** A sprint's page, a permanent address. */
export const sprintPath = (team: string, sprint: string): string =>
  `${teamPath(team)}sprints/${encodeURIComponent(pathName(sprint))}/`;
