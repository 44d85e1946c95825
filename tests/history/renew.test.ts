import { describe, expect, test } from "vitest";
import { recordRead } from "../../src/history/record-read.ts";
import { ACCEPT } from "../support/history-builder.ts";
import { event, historyOfReads, itemRead, readAt, TOLD } from "../support/read-builder.ts";

const fields = [...TOLD, "title", "described"] as const;
const edit = (described: boolean) =>
  event("2026-01-06", { event: "E1", kind: "description", set: { described } });
const read = (described: boolean, at: string, settings: string) =>
  readAt(
    at,
    {
      "#1": itemRead("2026-01-05", { first: { title: "Pay", described: false }, events: [edit(described)] }),
    },
    { settings, whole: true, fields },
  );

describe("reading everything anew with other settings", () => {
  test("corrects what the same events say, in their place", () => {
    const history = historyOfReads(read(false, "2026-02-01", "strict"));
    recordRead(history, read(true, "2026-02-02", "lenient"), ACCEPT);
    expect(history.changes.filter((change) => "event" in change)).toMatchObject([
      { run: 1, at: "2026-01-06T12:00:00Z", set: { described: true } },
    ]);
    expect(history.state.items.get("#1")!.facts.described).toBe(true);
    expect(history.runs.map(({ settings }) => settings)).toEqual(["strict", "lenient"]);
  });

  test("forgets titles that may no longer be kept, those of items that are gone too", () => {
    const gone = itemRead("2026-01-05", { first: { title: "Secret" } });
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": gone, "#2": gone }, { fields, whole: true }),
      readAt("2026-02-02", {}, { fields, gone: ["#1"] }),
      readAt(
        "2026-02-03",
        { "#2": itemRead("2026-01-05") },
        { whole: true, settings: "no titles", fields: TOLD },
      ),
    );
    expect(JSON.stringify([...history.changes, ...history.state.items])).not.toContain("Secret");
  });
});
