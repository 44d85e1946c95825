import { describe, expect, test } from "vitest";
import { recordRead } from "../../src/history/record-read.ts";
import type { Field } from "../../src/model/facts.ts";
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

  const whole = (sprint: string | null, at: string, told: readonly Field[] = TOLD) => {
    const put = event("2026-01-07", { event: "P", kind: "sprint", set: { sprint } });
    const item = itemRead("2026-01-05", { first: { sprint }, events: [put] });
    return readAt(at, { "#1": item }, { whole: true, settings: at, told: { ...NOTHING, fields: told } });
  };
  const NOTHING = { statusUntil: null, isPublic: false, link: null, watermark: null };
  const sprints = (...reads: ReturnType<typeof whole>[]) =>
    historyOfReads(...reads).changes.flatMap((change) => {
      if ("new" in change) return change.new.sprint;
      return "set" in change && change.set ? (change.set.sprint ?? null) : [];
    });

  test("keeps a sprint that was found by its name once and no longer is", () => {
    expect(sprints(whole("M1", "2026-02-01"), whole(null, "2026-02-02")).slice(0, 2)).toEqual(["M1", "M1"]);
    expect(sprints(whole("M1", "2026-02-01"), whole("M2", "2026-02-02")).slice(0, 2)).toEqual(["M2", "M2"]);
    expect(sprints(whole(null, "2026-02-01"), whole(null, "2026-02-02")).slice(0, 2)).toEqual([null, null]);
  });

  test("keeps no sprint of a board, which has another id", () => {
    const told = TOLD.filter((field) => field !== "sprint");
    const reads = [whole("M1", "2026-02-01", told), whole(null, "2026-02-02", told)];
    expect(sprints(...reads).slice(0, 2)).toEqual([null, null]);
  });

  test("leaves the order, and what went missing, as they were", () => {
    const board = { fields: [], items: new Map(), order: ["#2", "#1"] };
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": itemRead("2026-01-05"), "#2": itemRead("2026-01-05") }, { board }),
      readAt("2026-02-02", {}, { gone: ["#1"] }),
    );
    const before = structuredClone(history.changes);
    recordRead(history, readAt("2026-02-03", { "#2": itemRead("2026-01-05") }, { whole: true }), ACCEPT);
    expect(history.changes.slice(0, before.length)).toEqual(before);
    expect([history.state.order, history.state.items.get("#1")!.present]).toEqual([["#2", "#1"], false]);
  });

  test("keeps what is still read of an item that the tracker no longer returns", () => {
    const gone = itemRead("2026-01-05", {
      first: { title: "Secret", type: "Story" },
      events: [event("2026-01-06", { event: "T", kind: "title", set: { title: "Secret", type: "Bug" } })],
    });
    const history = historyOfReads(
      readAt("2026-02-01", { "#1": gone, "#2": itemRead("2026-01-05") }, { fields }),
      readAt("2026-02-02", {}, { fields, gone: ["#1"] }),
      readAt("2026-02-03", { "#2": itemRead("2026-01-05") }, { whole: true, fields: TOLD, settings: "none" }),
    );
    const [arrival, edited] = history.changes.filter((change) => "id" in change && change.id === "#1");
    expect(arrival).toMatchObject({ new: { title: null, type: "Story", createdAt: "2026-01-05T12:00:00Z" } });
    expect(edited).toMatchObject({ event: "T", kind: "title", by: "ana", set: { type: "Bug" } });
    expect(history.state.items.get("#1")!.facts).toMatchObject({ title: null, type: "Bug" });
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
