import type { APIRoute, GetStaticPaths } from "astro";
import { loadOwnReports } from "../../../report/load.ts";
import type { Report, ReportMetric } from "../../../report/schema.ts";

export const getStaticPaths = (() =>
  loadOwnReports().flatMap((report) =>
    Object.entries(report.metrics).map(([id, metric]) => ({
      params: { team: report.team.id, metric: id },
      props: { report, metric },
    })),
  )) satisfies GetStaticPaths;

/** One metric of the report as it is, in full precision. */
export const GET: APIRoute<{ report: Report; metric: ReportMetric }> = ({ props, params }) => {
  const { team, asOf, dataAsOf } = props.report;
  const body = { team: team.id, metric: params.metric, asOf, dataAsOf, ...props.metric };
  return new Response(`${JSON.stringify(body)}\n`, { headers: { "content-type": "application/json" } });
};
