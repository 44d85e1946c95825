import { siteTitle } from "../text/site-title.ts";
import { xmlText } from "../text/xml.ts";
import type { FeedEvent } from "./feed-events.ts";

/** Names of events that stay theirs when the site moves (RFC 4151). */
const TAG = "tag:backlog-runway,2026:";

export interface FeedPlace {
  /** The address of the site's first page, in full where it is known. */
  home: string;
  /** The address of the page that an event is about. */
  pageOf: (event: FeedEvent) => string;
  /** When the newest data was taken. */
  updated: string;
}

const entry = (event: FeedEvent, { pageOf }: FeedPlace): string =>
  [
    "<entry>",
    `<id>${TAG}${xmlText(encodeURIComponent(event.id.toWellFormed()), 500)}</id>`,
    `<title>${xmlText(event.title)}</title>`,
    `<updated>${xmlText(event.at)}</updated>`,
    `<link href="${xmlText(pageOf(event), 1000)}"/>`,
    `<summary>${xmlText(event.text, 500)}</summary>`,
    "</entry>",
  ].join("");

/** The events as an Atom feed (RFC 4287). */
export const feedXml = (events: readonly FeedEvent[], place: FeedPlace): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${TAG}feed</id>`,
    `<title>${xmlText(siteTitle())}: what changed</title>`,
    "<subtitle>A team leaves its band or comes back, or a number shows a signal.</subtitle>",
    `<updated>${xmlText(place.updated)}</updated>`,
    `<link href="${xmlText(place.home, 1000)}"/>`,
    `<link rel="self" href="${xmlText(`${place.home}feed.xml`, 1000)}"/>`,
    `<author><name>${xmlText(siteTitle())}</name></author>`,
    ...events.map((event) => entry(event, place)),
    "</feed>",
    "",
  ].join("\n");
