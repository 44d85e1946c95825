import { describe, expect, test } from "vitest";
import { afterEvent } from "../../../src/history/state.ts";
import type { Facts, Field } from "../../../src/model/facts.ts";
import type { ItemRead } from "../../../src/model/tracker-read.ts";
import { at, node, reading, reduced } from "./issue-builder.ts";

/** What a field was at first and after every event. */
const past = ({ first, events }: ItemRead, field: Field): Facts[Field][] => {
  let facts = first;
  const later = events.map((event) => {
    facts = afterEvent(facts, event);
    return facts[field];
  });
  return [first[field], ...later];
};

const label = (id: string) => ({ label: { id, name: id } });
const milestone = (milestoneTitle: string) => ({ milestoneTitle });

describe("what a field was before its first event", () => {
  test("is what the event took the place of", () => {
    const timeline = [
      node("RenamedTitleEvent", "2026-01-06", { previousTitle: "Old", currentTitle: "Pay by card" }),
      node("IssueTypeChangedEvent", "2026-01-07", {
        issueType: { id: "IT_2", name: "Bug" },
        prevIssueType: { id: "IT_1", name: "Story" },
      }),
      node("DemilestonedEvent", "2026-01-08", milestone("Sprint 2")),
      node("ParentIssueRemovedEvent", "2026-01-09", {
        parent: { id: "I_9", number: 9, repository: { nameWithOwner: "ACME/shop" } },
      }),
    ];
    const { first } = reduced({ issueType: { id: "IT_2", name: "Bug" } }, { timeline });
    expect(first).toMatchObject({ title: "Old", type: "Story", sprint: "MI_2", parent: "#9" });
  });

  test("is what it is now where nothing was said", () => {
    const { first, now } = reduced(
      { milestone: { id: "MI_2", number: 2, title: "Sprint 2" } },
      { timeline: [] },
    );
    expect([first.sprint, now.sprint, first.title]).toEqual(["MI_2", "MI_2", "Pay by card"]);
  });

  test("of labels is what was taken before it was given, and what nothing was said of", () => {
    const timeline = [
      node("UnlabeledEvent", "2026-01-06", label("taken")),
      node("LabeledEvent", "2026-01-07", label("given")),
      node("LabeledEvent", "2026-01-08", label("taken")),
    ];
    const labels = { totalCount: 3, nodes: ["silent", "given", "taken"].map((id) => ({ id, name: id })) };
    expect(past(reduced({ labels }, { timeline }), "labels")).toEqual([
      ["silent", "taken"],
      ["silent", "taken"],
      ["silent"],
      ["silent", "given"],
      ["silent", "given", "taken"],
    ]);
  });

  test("of a blocker that was taken away first: it was blocked", () => {
    const blockingIssue = { id: "I_2", number: 2, repository: { nameWithOwner: "acme/shop" } };
    const timeline = [node("BlockedByRemovedEvent", "2026-01-06", { blockingIssue })];
    expect(reduced({}, { timeline }).first.blocked).toBe(true);
  });
});

describe("closings", () => {
  const closed = (day: string, stateReason = "COMPLETED") => node("ClosedEvent", day, { stateReason });
  const now = { state: "CLOSED", stateReason: "NOT_PLANNED", closedAt: at("2026-01-09") };

  test("a second one without reopening gives another reason, and keeps the date", () => {
    const item = reduced(now, { timeline: [closed("2026-01-07"), closed("2026-01-09", "NOT_PLANNED")] });
    expect(past(item, "resolvedAt").at(-1)).toBe(at("2026-01-07"));
    expect(past(item, "resolution").at(-1)).toBe("not planned");
    expect(item.now).toMatchObject({ resolvedAt: at("2026-01-07"), resolution: "not planned" });
  });

  test("one after reopening is a new one", () => {
    const timeline = [closed("2026-01-07"), node("ReopenedEvent", "2026-01-08"), closed("2026-01-09")];
    expect(past(reduced(now, { timeline }), "resolvedAt")).toEqual([
      null,
      null,
      at("2026-01-07"),
      null,
      at("2026-01-09"),
    ]);
  });

  test("what became a discussion is not planned", () => {
    const timeline = [node("ConvertedToDiscussionEvent", "2026-01-09")];
    const item = reduced({ ...now, stateReason: null }, { timeline });
    expect([past(item, "resolution").at(-1), item.now.resolution]).toEqual(["not planned", "not planned"]);
  });
});

describe("a transfer", () => {
  const arrival = node("TransferredEvent", "2026-01-10");

  test("brings an issue that is here from then on, as it was then", () => {
    const timeline = [node("LabeledEvent", "2026-01-06", label("ready")), arrival];
    const item = reduced(
      { labels: { totalCount: 1, nodes: [{ id: "ready", name: "ready" }] } },
      { timeline },
    );
    expect(item.arrivedAt).toBe(at("2026-01-10"));
    expect(item.first).toMatchObject({ createdAt: at("2026-01-10"), labels: ["ready"] });
    expect(item.events.map(({ kind }) => kind)).toEqual(["other"]);
  });

  test("may bring one that was closed before", () => {
    const timeline = [node("ClosedEvent", "2026-01-06", { stateReason: "COMPLETED" }), arrival];
    const { first } = reduced(
      { state: "CLOSED", stateReason: "COMPLETED", closedAt: at("2026-01-06") },
      { timeline },
    );
    expect(first).toMatchObject({ category: "done", resolvedAt: at("2026-01-06") });
    const back = reduced({}, { timeline: [...timeline, node("ReopenedEvent", "2026-01-12")] });
    expect([back.first.category, past(back, "category").at(-1)]).toEqual(["done", null]);
  });

  test("of one that was closed later brings it open", () => {
    const { first } = reduced({ state: "CLOSED", closedAt: at("2026-01-15") }, { timeline: [arrival] });
    expect(first).toMatchObject({ category: null, resolvedAt: null });
  });
});

describe("milestones", () => {
  test("are found by the titles of then, and a move within one second is not undone", () => {
    const timeline = [
      node("MilestonedEvent", "2026-01-06", milestone("Sprint 1")),
      node("MilestonedEvent", "2026-01-07", milestone("Sprint 2")),
      node("DemilestonedEvent", "2026-01-07", milestone("Sprint 1")),
      node("DemilestonedEvent", "2026-01-08", milestone("Sprint 2")),
      node("MilestonedEvent", "2026-01-09", milestone("Sprint 1")),
      node("DemilestonedEvent", "2026-01-10", milestone("Sprint One")),
      node("MilestonedEvent", "2026-01-11", milestone("Unknown")),
    ];
    expect(past(reduced({}, { timeline }), "sprint")).toEqual([
      null,
      null,
      "MI_1",
      "MI_2",
      "MI_2",
      null,
      "MI_1",
      null,
      null,
    ]);
  });

  test("say nothing where the board's iteration is the sprint", () => {
    const timeline = [node("MilestonedEvent", "2026-01-06", milestone("Sprint 1"))];
    const item = reduced(
      { milestone: { id: "MI_1", number: 1, title: "Sprint 1" } },
      { timeline, reading: reading({ milestones: false }) },
    );
    expect([item.now.sprint, item.events.at(-1)!.kind]).toEqual([null, "other"]);
  });
});

describe("the estimate by an issue field", () => {
  const own = reading({ estimateField: "effort" });
  const issueField = { id: "IF_1", name: "Effort", dataType: "NUMBER" };

  test("is its number or its option, and what it was before is told", () => {
    const timeline = [
      node("IssueFieldChangedEvent", "2026-01-06", { issueField, previousValue: "3", newValue: "0" }),
      node("IssueFieldChangedEvent", "2026-01-07", {
        issueField,
        previousOptions: [{ name: "0" }],
        newOptions: [{ name: "2,5" }],
      }),
      node("IssueFieldRemovedEvent", "2026-01-08", { issueField }),
      node("IssueFieldAddedEvent", "2026-01-09", { issueField, value: "XL" }),
      node("IssueFieldAddedEvent", "2026-01-10", { issueField: { ...issueField, name: "Risk" }, value: "9" }),
    ];
    expect(past(reduced({}, { timeline, reading: own }), "estimate")).toEqual([
      3,
      3,
      null,
      2.5,
      null,
      null,
      null,
    ]);
  });

  test("0 is a size where the team says so", () => {
    const values = { nodes: [{ __typename: "IssueFieldNumberValue", field: issueField, number: 0 }] };
    const estimate = (zeroIsSize: boolean) =>
      reduced({ issueFieldValues: values }, { timeline: [], reading: reading({ ...own, zeroIsSize }) }).now
        .estimate;
    expect([estimate(false), estimate(true)]).toEqual([null, 0]);
  });
});

test("titles of a private repository are not kept, though it is told that they changed", () => {
  const timeline = [node("RenamedTitleEvent", "2026-01-06", { previousTitle: "Old", currentTitle: "New" })];
  const item = reduced({}, { timeline, reading: reading({ titles: false }) });
  expect([item.first.title, item.now.title]).toEqual([null, null]);
  expect(item.events.at(-1)).toEqual(expect.not.objectContaining({ set: expect.anything() }));
  expect(item.events.at(-1)!.kind).toBe("title");
});
