/**
 * The report: everything a page may know about a team, and the public contract of `api/teams/<team>.json`.
 * Numbers are in full precision (rounding happens on the page); instants are UTC; `null` means unknown, never 0.
 */
import { z } from "zod";
import { flowItemsSchema } from "./schema-flow.ts";
import { whatIfSchema } from "./schema-what-if.ts";

export const SCHEMA_VERSION = 1;

const instant = z.string().describe("an instant in UTC, ISO 8601 with a Z");
const size = z.number().nullable().describe("in the team's unit; null when unknown");

const basisSchema = z.enum(["observed", "rebuilt", "gap"]);
const stateSchema = z.enum(["ok", "insufficient-data", "not-applicable", "error"]);

const sprintSchema = z.object({
  id: z.string(),
  name: z.string(),
  start: instant,
  end: instant.describe("exclusive"),
});

const observationSchema = z.object({
  at: instant,
  source: z.string().describe("the file it came from, relative to the team's folder"),
  rows: z.number().describe("data rows in the file"),
  items: z.number().describe("items in it, open and closed"),
  backlog: z.number().describe("of those, in the Product Backlog at that instant"),
  ordered: z.number().describe("of those, with a place in the order"),
  survivors: z.number().nullable(),
  moves: z.number().nullable().describe("fewest drags that explain the change since the last observed order"),
  discordance: z.number().nullable().describe("Kendall's normalised discordance of the survivors, 0 to 1"),
});

const pointSchema = z
  .object({
    sprint: z.string().describe("id of the sprint"),
    at: instant,
    value: z.number().nullable(),
    basis: basisSchema,
    running: z.boolean().describe("the sprint had not ended at as-of"),
  })
  .catchall(z.union([z.number(), z.string(), z.boolean(), z.null()]));

/** One further column of a metric's table and download: a key of its series points. */
const columnSchema = z.object({ key: z.string(), title: z.string(), unit: z.string() });

/** A line of "explain this number": a formula with the team's own figures put in, or a rule in words. */
const explanationSchema = z.object({ title: z.string(), text: z.string() });

const metricSchema = z
  .object({
    title: z.string(),
    question: z.string(),
    unit: z.string(),
    chart: z.enum(["line", "bar"]),
    state: stateSchema,
    reason: z.string().nullable().describe("what is missing, counted, or the field the source cannot know"),
    value: z.number().nullable().describe("the headline"),
    band: z
      .tuple([z.number().nullable(), z.number().nullable()])
      .nullable()
      .describe("what the team wants; an open end is null"),
    interval: z.tuple([z.number(), z.number()]).nullable(),
    limits: z
      .object({
        centre: z.number(),
        upper: z.number(),
        lower: z.number(),
        clamped: z.boolean(),
        meanRange: z.number(),
        rangeLimit: z.number(),
      })
      .nullable()
      .describe("what the process does by itself; null below six known points"),
    signals: z.array(z.object({ sprint: z.string(), rule: z.enum(["outside", "eight", "three-of-four"]) })),
    series: z.array(pointSchema),
    columns: z.array(columnSchema),
    inputs: z.record(z.string(), z.unknown()),
    explain: z.array(explanationSchema),
  })
  .loose();

const shelfItemSchema = z.object({
  id: z.string(),
  title: z.string().nullable().describe("null where titles are not published"),
  url: z.string().nullable(),
  size,
  imputed: z.boolean().describe("the size is the median of finished items, not an estimate"),
  ready: z.boolean(),
  failed: z.array(z.string()).describe("the checks it fails, by the rule's keys, in the rule's order"),
});

const shelfSchema = z.object({
  sprint: z.number().int().describe("1 is the next sprint to be planned"),
  name: z.string(),
  start: instant.nullable(),
  ready: z.number(),
  unready: z.number(),
  items: z.array(shelfItemSchema),
});

const readyDepthSchema = metricSchema.extend({
  nextSprints: z.array(shelfSchema).nullable().describe("null without a velocity or an order"),
  window: z
    .array(z.string())
    .nullable()
    .describe("ids of the shortest prefix that reaches the upper end of the band"),
  firstUnreadyFailed: z.array(z.string()),
  depthByRule: z.object({
    label: z.number().nullable(),
    estimate: z.number().nullable(),
    full: z.number().nullable(),
  }),
  runsDry: z.object({ p50: z.string().nullable(), p85: z.string().nullable() }),
  bridge: z
    .array(
      z.object({
        from: instant,
        to: instant,
        d0: z.number(),
        d1: z.number(),
        terms: z.object({
          became: z.number(),
          returned: z.number(),
          fell: z.number(),
          pulled: z.number(),
          closed: z.number(),
          reestimated: z.number(),
          velocity: z.number(),
        }),
      }),
    )
    .describe("why depth changed between sprint starts, and since the last; the terms add up to d1 − d0"),
});

const moverSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  times: z.number(),
  distance: z.number(),
});

const orderChurnSchema = metricSchema.extend({
  movers: z.array(moverSchema).describe("of the last ended sprint"),
  moversBySprint: z
    .array(z.object({ sprint: z.string(), movers: z.array(moverSchema) }))
    .describe("the first ten of every begun sprint"),
});

const refinementEffortSchema = metricSchema.extend({
  effortDepth: z
    .array(
      z.object({
        sprint: z.string(),
        effort: z.number().nullable(),
        depth: z.number().nullable().describe("at the sprint's end, before the next one's planning"),
        quadrant: z.enum(["converging", "under-invested", "over-refining", "not converging"]).nullable(),
      }),
    )
    .describe("every ended sprint"),
  instead: z
    .string()
    .nullable()
    .describe("the metric that stands in for it, as an estimate, where nothing is logged"),
});

const backlogFlowSchema = metricSchema.extend({ items: flowItemsSchema });

const worklistItemSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  failed: z.array(z.string()),
  size: size.describe("the item's own estimate"),
  ageDays: z.number().nullable(),
});

const qualitySchema = z.object({
  id: z.string(),
  level: z.enum(["info", "warning", "error"]),
  count: z.number(),
  where: z.array(z.string()).describe("file:line, the first twenty"),
  text: z.string(),
});

export const reportSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  asOf: instant,
  dataAsOf: instant.nullable().describe("the last look at the source"),
  team: z.object({
    id: z.string(),
    name: z.string(),
    timezone: z.string(),
    unit: z.enum(["points", "items"]),
  }),
  rule: z.array(z.object({ check: z.string(), text: z.string() })).describe("the team's ready rule in words"),
  sprints: z.array(sprintSchema).describe("every begun sprint"),
  observations: z.array(observationSchema),
  metrics: z
    .object({
      "ready-depth": readyDepthSchema,
      "order-churn": orderChurnSchema,
      "refinement-effort": refinementEffortSchema,
      "backlog-flow": backlogFlowSchema.optional(),
    })
    .catchall(metricSchema),
  worklist: z.array(worklistItemSchema),
  agenda: z
    .object({ ids: z.array(z.string()), depth: z.number(), minutes: z.number().nullable() })
    .nullable(),
  verdict: z.object({
    level: z.enum(["below", "within", "above", "unknown"]),
    headline: z.string().describe("one or two short sentences"),
    detail: z.string(),
  }),
  insights: z.array(z.object({ metric: z.string(), text: z.string() })),
  questions: z
    .array(z.object({ sprint: z.string(), metric: z.string(), text: z.string() }))
    .describe("two or three open questions for the retrospective of each ended sprint"),
  whatIf: whatIfSchema.nullable().optional().describe("null where it is not known what is ready"),
  annotations: z.array(z.object({ on: z.string(), text: z.string() })),
  quality: z.array(qualitySchema),
  withheld: z.array(
    z.object({
      what: z.string(),
      why: z.string(),
      count: z.number().nullable().describe("of the items or people it is about; null where nobody knows"),
    }),
  ),
});

export type Basis = z.infer<typeof basisSchema>;
export type State = z.infer<typeof stateSchema>;
export type Report = z.infer<typeof reportSchema>;
export type ReportMetric = z.infer<typeof metricSchema>;
export type ReportPoint = z.infer<typeof pointSchema>;
export type OrderChurnReport = z.infer<typeof orderChurnSchema>;
export type ReportObservation = z.infer<typeof observationSchema>;
export type Shelf = z.infer<typeof shelfSchema>;
export type ShelfItem = z.infer<typeof shelfItemSchema>;
export type WorklistItem = z.infer<typeof worklistItemSchema>;
export type Quality = z.infer<typeof qualitySchema>;
