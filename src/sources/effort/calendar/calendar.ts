import type { Problem } from "../../../model/observation.ts";
import { decode } from "../../files/decode.ts";
import { defineEffort, type EffortRecords } from "../define.ts";
import { matcherOf, noneMatched } from "../match.ts";
import { type Component, readComponents, textOf } from "./components.ts";
import { type Fault, summaryOf } from "./event.ts";
import { sessionsOfSeries } from "./series.ts";
import type { FindZone } from "./stamp.ts";
import { knownZone, type Zone, zoneNamed } from "./zone.ts";
import { zoneByRules } from "./zone-rules.ts";

const within = (components: readonly Component[], name: string): Component[] =>
  components.flatMap((one) => [...(one.name === name ? [one] : []), ...within(one.children, name)]);

/** Zones by name: one that is known, else the calendar's own rules, else the team's, which is told. */
const zoneFinder = (options: {
  spelledOut: readonly Component[];
  home: string;
  onUnknown: (line: number) => void;
}): FindZone => {
  const home = zoneNamed(options.home);
  const found = new Map<string, Zone>();
  const find = (name: string, line: number): Zone => {
    const rules = options.spelledOut.find((zone) => textOf(zone, "TZID") === name);
    const known = knownZone(name) ?? knownZone((rules && textOf(rules, "X-LIC-LOCATION")) ?? "");
    const zone = known !== null ? zoneNamed(known) : rules && zoneByRules(rules);
    if (!zone) options.onUnknown(line);
    return zone ?? home;
  };
  return (name, line) => {
    if (name === null) return home;
    const zone = found.get(name) ?? find(name, line);
    found.set(name, zone);
    return zone;
  };
};

/**
 * A calendar (`.ics`, RFC 5545): an event whose summary the team's text rule matches is a session, with its length and the
 * number of attendees who did not decline. Whole days and cancelled events are none.
 */
export const calendar = defineEffort({
  id: "calendar",
  title: "iCalendar file",
  example: "BEGIN:VCALENDAR",
  recognises: (names) => names.has("begin:vcalendar"),
  read: async ({ bytes, file, rules }): Promise<EffortRecords> => {
    const components = readComponents([...decode(bytes, file)].join(""), file);
    const problems: Problem[] = [];
    const note = (id: string, { line, text }: Fault): void => {
      problems.push({ id, where: `${file}:${line}`, text });
    };
    const isRefinement = matcherOf(rules.match);
    const matching = new Map<Component, boolean>();
    const matches = (event: Component): boolean => {
      const known =
        matching.get(event) ?? isRefinement({ projects: [], tags: [], texts: [summaryOf(event)] });
      matching.set(event, known);
      return known;
    };
    const findZone = zoneFinder({
      spelledOut: within(components, "VTIMEZONE"),
      home: rules.zone,
      onUnknown: (line) =>
        note("session-unclear", { line, text: "a time zone that nobody knows; read on the team's clock" }),
    });
    const events = within(components, "VEVENT");
    const series = Map.groupBy(events, (event) => textOf(event, "UID") ?? event);
    const sessions = [...series.values()].flatMap((same) =>
      sessionsOfSeries(same, {
        zone: rules.zone,
        asOf: rules.asOf,
        findZone,
        matches,
        onFault: ({ line, text }) =>
          note("session-unreadable", { line, text: `${text}; the event is not counted` }),
        onUnclear: (fault) => note("session-unclear", fault),
      }),
    );
    if (events.length > 0 && !events.some(matches))
      problems.push(noneMatched(file, `${events.length} events`));
    return { sessions, problems };
  },
});
