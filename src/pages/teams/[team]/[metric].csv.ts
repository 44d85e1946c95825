import type { APIRoute, GetStaticPaths } from "astro";
import { toCsv } from "../../../components/text/csv.ts";
import { seriesRows } from "../../../components/text/series-rows.ts";
import { loadOwnReports } from "../../../report/load.ts";
import type { Report, ReportMetric } from "../../../report/schema.ts";

export const getStaticPaths = (() =>
  loadOwnReports().flatMap((report) =>
    Object.entries(report.metrics).map(([id, metric]) => ({
      params: { team: report.team.id, metric: id },
      props: { report, metric },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ report: Report; metric: ReportMetric }> = ({ props }) =>
  new Response(toCsv(seriesRows(props.report, props.metric)), {
    headers: { "content-type": "text/csv; charset=utf-8" },
  });
