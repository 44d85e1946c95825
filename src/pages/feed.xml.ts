import type { APIRoute } from "astro";
import { feedEvents } from "../components/feed/feed-events.ts";
import { feedXml } from "../components/feed/feed-xml.ts";
import { metricPath, sitePath } from "../components/text/site-path.ts";
import { loadReports } from "../report/load.ts";

/** More than a year of news for a few teams; a reader keeps what it has seen. */
const MOST = 100;

/** The start of time, for a site without a team. */
const NEVER = "1970-01-01T00:00:00Z";

export const GET: APIRoute = ({ site }) => {
  const reports = loadReports();
  const full = (path: string): string => (site === undefined ? path : new URL(path, site).href);
  const updated = reports
    .map(({ dataAsOf, asOf }) => dataAsOf ?? asOf)
    .sort()
    .at(-1);
  const xml = feedXml(feedEvents(reports, MOST), {
    home: full(sitePath()),
    pageOf: ({ team, metric }) => full(metricPath(team, metric)),
    updated: updated ?? NEVER,
  });
  return new Response(xml, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
};
