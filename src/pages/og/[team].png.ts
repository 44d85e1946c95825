import type { APIRoute, GetStaticPaths } from "astro";
import { cardOf } from "../../components/og/card.ts";
import { drawCard } from "../../components/og/draw-card.ts";
import { loadOwnReports } from "../../report/load.ts";
import type { Report } from "../../report/schema.ts";

export const getStaticPaths = (() =>
  loadOwnReports().map((report) => ({
    params: { team: report.team.id },
    props: { report },
  }))) satisfies GetStaticPaths;

/** The picture that a link to the team's page shows elsewhere; no page needs it. */
export const GET: APIRoute<{ report: Report }> = async ({ props }) =>
  new Response(await drawCard(cardOf(props.report)), { headers: { "content-type": "image/png" } });
