import { expect, test } from "vitest";
import { activityOf } from "../../src/history/activity.ts";
import type { Span } from "../../src/history/spans.ts";
import type { ItemChange } from "../../src/model/change.ts";
import { item } from "../support/item-builder.ts";
import { event } from "../support/read-builder.ts";

const t = (text: string): number => Date.parse(text);
const span = (from: string, to: string, stage: Span["stage"]): Span => ({
  from: t(from),
  to: t(to),
  stage,
  facts: item({}),
  started: false,
  closing: null,
});
const SPANS = [
  span("2026-01-05T12:00:00Z", "2026-01-06T12:00:00Z", "product-backlog"),
  span("2026-01-06T12:00:00Z", "2026-01-09T12:00:00Z", "sprint-backlog"),
];
const change = (at: string, given: Partial<ItemChange> = {}): ItemChange =>
  ({ run: 1, id: "#1", ...event(at, { event: at }), ...given }) as ItemChange;

const activity = (...changes: ItemChange[]) =>
  activityOf(changes, { spans: SPANS, isEstimate: (label) => label === "size" });

test("where an item stands is judged immediately before the second of the event", () => {
  const found = activity(change("2026-01-05"), change("2026-01-06"), change("2026-01-07"));
  expect(found.map(({ before, after }) => [before?.stage ?? null, after?.stage])).toEqual([
    [null, "product-backlog"],
    ["product-backlog", "sprint-backlog"],
    ["sprint-backlog", "sprint-backlog"],
  ]);
});

test("a label that gives an estimate is an estimate", () => {
  const label = (id: string) =>
    change("2026-01-06", { kind: "labels", label: ["+", id] } as Partial<ItemChange>);
  expect(activity(label("size"), label("ready")).map(({ kind }) => kind)).toEqual(["estimate", "labels"]);
});

test("what an observation shows is nobody's doing", () => {
  expect(activity({ run: 1, at: "2026-01-06T12:00:00Z", id: "#1", set: { blocked: true } })).toEqual([]);
});
