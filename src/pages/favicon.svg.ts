import type { APIRoute } from "astro";

/** Three shelves, the last one half empty. Colours that read on light and dark tabs alike. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
  '<path fill="#0072b2" d="M1 2h14v3H1zm0 4.5h14v3H1zM1 11h6v3H1z"/>' +
  '<path fill="#e69f00" d="M8 11h4v3H8z"/></svg>\n';

export const GET: APIRoute = () => new Response(ICON, { headers: { "content-type": "image/svg+xml" } });
