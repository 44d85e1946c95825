import type { APIRoute, GetStaticPaths } from "astro";
import { badgeJson, badgeOf } from "../../components/badge/badge.ts";
import { loadOwnReports } from "../../report/load.ts";
import type { Report } from "../../report/schema.ts";

export const getStaticPaths = (() =>
  loadOwnReports().map((report) => ({
    params: { team: report.team.id },
    props: { report },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ report: Report }> = ({ props }) =>
  new Response(badgeJson(badgeOf(props.report)), { headers: { "content-type": "application/json" } });
