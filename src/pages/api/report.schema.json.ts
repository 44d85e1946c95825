import type { APIRoute } from "astro";
import { z } from "zod";
import { reportSchema } from "../../report/schema.ts";

/** The contract of `api/teams/<team>.json` for anyone who reads it. */
export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(z.toJSONSchema(reportSchema, { unrepresentable: "any" }))}\n`, {
    headers: { "content-type": "application/schema+json" },
  });
