import { BOT } from "../../../model/change.ts";
import type { Facts } from "../../../model/facts.ts";
import type { ItemPast } from "../../../model/observation.ts";
import { isJson, listAt, textAt, valueAt } from "../json.ts";
import { type LogEvent, pastOf } from "../past.ts";
import { pseudonym } from "../people.ts";
import type { DocumentReading } from "../reading.ts";
import { blockersOf, isFlagged } from "./issue.ts";
import { effectOf, FLAG } from "./log-items.ts";
import type { Site } from "./site.ts";

/** How much of an issue's log the file holds. */
export type LogExtent = "whole" | "cut" | "none";

/** Whether the log of an issue is there, and all of it. */
export const extentOf = (issue: unknown): LogExtent => {
  const log = valueAt(issue, "changelog");
  const histories = valueAt(log, "histories");
  if (!Array.isArray(histories)) return "none";
  const total = valueAt(log, "total");
  const isCut = typeof total === "number" ? total > histories.length : valueAt(log, "isLast") === false;
  return isCut ? "cut" : "whole";
};

/** Whoever did something: an app is nobody, an account that is gone was somebody. */
const authorOf = (person: unknown): string =>
  textAt(person, "accountType") === "app"
    ? BOT
    : pseudonym("jira", textAt(person, "accountId") || textAt(person, "key") || textAt(person, "name"));

type Options = { facts: Facts; arrivedAt: string; site: Site; reading: DocumentReading };

/** The lines of a log, oldest first: Cloud gives the newest first, servers the oldest. */
const historiesOf = (issue: unknown): unknown[] =>
  listAt(issue, "changelog", "histories")
    .filter(isJson)
    .sort((a, b) => {
      const [left, right] = [textAt(a, "created"), textAt(b, "created")];
      return left < right ? -1 : left > right ? 1 : Number(textAt(a, "id")) - Number(textAt(b, "id")) || 0;
    });

const eventsOf = (issue: unknown, { arrivedAt, site, reading }: Options): LogEvent[] => {
  const key = textAt(issue, "key");
  return historiesOf(issue).flatMap((history) => {
    const at = reading.instant(textAt(history, "created"));
    if (at === null) return [];
    const by = authorOf(valueAt(history, "author"));
    const id = textAt(history, "id") || `${key}-${textAt(history, "created")}`;
    return listAt(history, "items").map((item, index): LogEvent => {
      const effect = effectOf(item, { site, reading, arrivedAt, at });
      return { at: at < arrivedAt ? arrivedAt : at, event: `${id}.${index}`, by, ...effect };
    });
  });
};

const commentsOf = (issue: unknown, { reading }: Options): LogEvent[] =>
  listAt(issue, "fields", "comment", "comments").flatMap((comment) => {
    const at = reading.instant(textAt(comment, "created"));
    const id = textAt(comment, "id");
    if (at === null || id === "") return [];
    return [
      { at, event: `comment-${id}`, kind: "comment" as const, by: authorOf(valueAt(comment, "author")) },
    ];
  });

/** What blocked an issue when it was made: what still does without a word of the log, and what it says ended first. */
const firstBlockers = (issue: unknown, site: Site, events: readonly LogEvent[]): string[] => {
  const signs = new Map<string, "+" | "-">();
  for (const { blocker } of events) if (blocker && !signs.has(blocker[1])) signs.set(blocker[1], blocker[0]);
  const now = [...blockersOf(issue).map(({ key }) => key), ...(isFlagged(issue, site) ? [FLAG] : [])];
  const ended = [...signs].filter(([, sign]) => sign === "-").map(([key]) => key);
  return [...new Set([...now.filter((key) => !signs.has(key)), ...ended])];
};

/** Seconds by which a log and the issue's own dates may differ for the same change. */
const CLOSE = 5_000;

/** What the issue itself says of its last change of a kind is the better word: the log is written a moment later. */
const withOwnDates = (events: readonly LogEvent[], facts: Facts): LogEvent[] => {
  const own = { ...facts };
  return events
    .toReversed()
    .map((event): LogEvent => {
      const set: Partial<Facts> = { ...event.set };
      for (const field of ["resolvedAt", "categoryAt"] as const) {
        const [said, known] = [set[field], own[field]];
        if (said === undefined) continue;
        if (said !== null && known !== null && Math.abs(Date.parse(said) - Date.parse(known)) <= CLOSE)
          set[field] = known;
        own[field] = null;
      }
      for (const field of ["described", "acceptanceCriteria"] as const) {
        // A log has other markup than the description; of its last version the description itself tells.
        if (set[field] !== undefined && own[field] !== null) set[field] = own[field];
        if (set[field] !== undefined) own[field] = null;
      }
      return event.set === undefined ? event : { ...event, set };
    })
    .toReversed();
};

/** The past of one issue, by how it stands and what its log says. */
export const issuePast = (issue: unknown, options: Options & { extent: LogExtent }): ItemPast => {
  const { facts, arrivedAt, site, extent } = options;
  const [key, number] = [textAt(issue, "key"), textAt(issue, "id")];
  const log = eventsOf(issue, options);
  const creator = valueAt(issue, "fields", "creator");
  const created: LogEvent = {
    at: arrivedAt,
    event: `created-${number || key}`,
    kind: "created",
    by: isJson(creator) ? authorOf(creator) : null,
  };
  const blocked = firstBlockers(issue, site, log).map(
    (blocker): LogEvent => ({
      at: arrivedAt,
      event: `blocked-${number || key}-${blocker}`,
      kind: "other",
      by: null,
      blocker: ["+", blocker],
    }),
  );
  const events = [created, ...blocked, ...withOwnDates(log, facts), ...commentsOf(issue, options)];
  const oldest = log[0]?.at;
  const since =
    extent === "whole" || oldest === undefined ? null : { at: oldest, event: `since-${number || key}` };
  const now: Facts = log.some(({ blocker }) => blocker) ? { ...facts, blocked: blocked.length > 0 } : facts;
  return pastOf({ arrivedAt, now, events, since });
};
