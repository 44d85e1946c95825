import type { APIRoute, GetStaticPaths } from "astro";
import { loadOwnReports } from "../../../report/load.ts";
import type { Report } from "../../../report/schema.ts";

export const getStaticPaths = (() =>
  loadOwnReports().map((report) => ({
    params: { team: report.team.id },
    props: { report },
  }))) satisfies GetStaticPaths;

/** The report as the pages know it, in full precision. */
export const GET: APIRoute<{ report: Report }> = ({ props }) =>
  new Response(`${JSON.stringify(props.report)}\n`, { headers: { "content-type": "application/json" } });
