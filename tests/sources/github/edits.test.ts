import { describe, expect, test } from "vitest";
import { withEdits, withoutEdits } from "../../../src/sources/github/edits.ts";
import { at, node, reduced } from "./issue-builder.ts";

const item = reduced({ body: "Bare." }, { timeline: [node("IssueComment", "2026-01-08")] });
const now = { described: true, acceptanceCriteria: true };
const none = { described: false, acceptanceCriteria: false };
const edit = (day: string, set: object = now) =>
  ({ at: at(day), event: day, kind: "description", by: "ana", set }) as const;

describe("an item with the history of its description", () => {
  test("has its edits between its events, and began as the first version says", () => {
    const { first, events } = withEdits(item, {
      id: "#1",
      now,
      history: { first: none, events: [edit("2026-01-07"), edit("2026-01-09")] },
    });
    expect(first).toMatchObject(none);
    expect(events.map(({ kind }) => kind)).toEqual(["created", "description", "comment", "description"]);
  });

  test("stands as it did when its versions were read, which is later than its page", () => {
    expect(withEdits(item, { id: "#1", now, history: { first: none, events: [] } }).now).toMatchObject(now);
    expect(withEdits(item, { id: "#1", now, history: null }).now).toMatchObject(now);
  });

  test("that can't be used has no known beginning", () => {
    const unknown = { described: null, acceptanceCriteria: null };
    expect(withEdits(item, { id: "#1", now, history: null }).first).toMatchObject(unknown);
    expect(withoutEdits(item).first).toMatchObject(unknown);
  });

  test("was edited before its transfer: that is how it arrived", () => {
    const moved = reduced({}, { timeline: [node("TransferredEvent", "2026-01-10")] });
    const { first, events } = withEdits(moved, {
      id: "#1",
      now,
      history: { first: none, events: [edit("2026-01-06")] },
    });
    expect(first).toMatchObject(now);
    expect(events.map(({ kind }) => kind)).toEqual(["other"]);
  });
});
