import { calendar } from "./calendar/calendar.ts";
import { clockify } from "./clockify.ts";
import type { EffortFormat } from "./define.ts";
import { harvest } from "./harvest.ts";
import { sessionLog } from "./session-log.ts";
import { tempo } from "./tempo.ts";
import { toggl } from "./toggl.ts";

/** Every kind of refinement file, in the order in which a first line is offered to them. */
export const effortFormats: readonly EffortFormat[] = [sessionLog, toggl, clockify, tempo, harvest, calendar];
