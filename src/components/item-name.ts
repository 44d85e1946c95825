import { html, type Markup } from "./text/html.ts";
import { safeUrl } from "./text/safe-url.ts";

/** An item as people know it: its key, which leads to the tracker where that has an address, and its title. */
export const itemName = (item: { id: string; title: string | null; url: string | null }): Markup => {
  const href = safeUrl(item.url);
  const key =
    href === null
      ? html`<bdi class="key">${item.id}</bdi>`
      : html`<a class="key" href="${href}" rel="external noreferrer"><bdi>${item.id}</bdi></a>`;
  return item.title === null ? key : html`${key} <bdi>${item.title}</bdi>`;
};
