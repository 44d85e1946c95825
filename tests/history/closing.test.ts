import { describe, expect, test } from "vitest";
import { type Closing, closeAt, closingDate } from "../../src/history/closing.ts";
import type { Facts } from "../../src/model/facts.ts";
import { runningAt } from "../../src/model/sprint.ts";
import { backlogOf, closingsOf, ms, productBacklogAt, SPRINTS, stageAt } from "../support/history-builder.ts";
import { item } from "../support/item-builder.ts";
import { observe } from "../support/observation-builder.ts";

const OPEN: Partial<Facts> = Object.freeze({
  status: "New",
  category: "todo",
  createdAt: "2026-01-02T08:00:00Z",
});
const DONE: Partial<Facts> = Object.freeze({ ...OPEN, status: "Done", category: "done" });

/** A seen in these ways, on 6, 8, 10, … January. */
const seen = (...states: (Partial<Facts> | null)[]) =>
  backlogOf(
    states.map((facts, index) => {
      const day = `2026-01-${String(6 + 2 * index).padStart(2, "0")}`;
      return observe(day, facts === null ? {} : { A: facts });
    }),
  );

describe("the tracker's word on when an item was closed", () => {
  const facts = item({
    category: "done",
    categoryAt: "2026-01-09T00:00:00Z",
    resolvedAt: "2026-01-08T00:00:00Z",
  });

  test("is the resolution date before the date of the category", () => {
    expect(closingDate(facts)).toBe(ms("2026-01-08T00:00:00Z"));
    expect(closingDate(item({ ...facts, resolvedAt: null }))).toBe(ms("2026-01-09T00:00:00Z"));
  });

  test("is not the date of a category that is not done, and unknown without either", () => {
    expect(closingDate(item({ ...facts, resolvedAt: null, category: "doing" }))).toBeNull();
    expect(closingDate(item({ category: "done" }))).toBeNull();
    expect(closingDate(item({ ...facts, resolvedAt: null, category: null }))).toBe(
      ms("2026-01-09T00:00:00Z"),
    );
  });
});

describe("an item closed between two observations", () => {
  test("is closed at its resolution date, with the estimate observed before", () => {
    const backlog = seen(
      { ...OPEN, estimate: 3 },
      { ...DONE, estimate: 5, resolvedAt: "2026-01-07T09:30:00Z" },
    );
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-07T09:30:00Z 3"]);
    expect(stageAt(backlog, "A", "2026-01-07T09:29:59Z")).toBe("product-backlog");
    expect(stageAt(backlog, "A", "2026-01-07T09:30:00Z")).toBe("finished");
    expect(productBacklogAt(backlog, "2026-01-07")).toEqual([]);
  });

  test("is closed when its category changed, where there is no resolution date", () => {
    const backlog = seen(OPEN, { ...DONE, categoryAt: "2026-01-07T10:00:00Z" });
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-07T10:00:00Z –"]);
  });

  test("is closed by the observation that shows it, where there is no date, with the estimate it shows", () => {
    const backlog = seen({ ...OPEN, estimate: 3 }, { ...DONE, estimate: 5 });
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-08T12:00:00Z 5"]);
    expect(stageAt(backlog, "A", "2026-01-08T11:59:59Z")).toBe("product-backlog");
  });

  test("is dropped where its resolution says so", () => {
    const backlog = seen(OPEN, { ...DONE, resolution: "Won't do", resolvedAt: "2026-01-07T10:00:00Z" });
    expect(closingsOf(backlog, "A")).toEqual(["dropped 2026-01-07T10:00:00Z –"]);
    expect(stageAt(backlog, "A", "2026-01-07")).toBe("dropped");
  });

  test("is one closing, however often it is seen closed afterwards", () => {
    const done = { ...DONE, resolvedAt: "2026-01-07T10:00:00Z" };
    expect(closingsOf(seen(OPEN, done, { ...done, estimate: 8 }, done), "A")).toHaveLength(1);
  });

  test("is not closed again by a date that a later export brings for the same closing", () => {
    const backlog = seen(OPEN, DONE, { ...DONE, resolvedAt: "2026-01-07T10:00:00Z" });
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-07T10:00:00Z –"]);
  });

  test("is closed again at a later date, which nobody can tell from a correction", () => {
    const done = { ...DONE, resolvedAt: "2026-01-07T10:00:00Z" };
    const backlog = seen(OPEN, done, { ...done, resolvedAt: "2026-01-07T11:00:00Z" });
    expect(closingsOf(backlog, "A")).toEqual([
      "finished 2026-01-07T10:00:00Z –",
      "finished 2026-01-07T11:00:00Z –",
    ]);
  });

  test("turns from finished into dropped without a second closing", () => {
    const done = { ...DONE, resolvedAt: "2026-01-07T10:00:00Z" };
    const backlog = seen(OPEN, done, { ...done, resolution: "Duplicate" });
    expect(closingsOf(backlog, "A")).toEqual([
      "finished 2026-01-07T10:00:00Z –",
      "dropped 2026-01-07T10:00:00Z –",
    ]);
    expect(stageAt(backlog, "A", "2026-01-20")).toBe("dropped");
  });
});

describe("a date that an observation contradicts", () => {
  test("holds from right after the observation that showed the item open: exports carry whole minutes", () => {
    const at = "2026-01-06T12:00:30Z";
    const backlog = backlogOf([
      observe(at, { A: OPEN }),
      observe("2026-01-08", { A: { ...DONE, resolvedAt: "2026-01-06T12:00:00Z" } }),
    ]);
    expect(stageAt(backlog, "A", at)).toBe("product-backlog");
    expect(stageAt(backlog, "A", "2026-01-06T12:00:30.001Z")).toBe("finished");
    expect(closingsOf(backlog, "A")).toEqual([`finished ${at}+ –`]);
  });

  test("is not taken for a new one: a category that changes without its date has no date", () => {
    const facts = { ...OPEN, categoryAt: "2026-01-03T08:00:00Z" };
    const fields = ["status", "category", "createdAt"] as const;
    const backlog = backlogOf([
      observe("2026-01-06", { A: facts }),
      observe("2026-01-08", { A: DONE }, { fields }),
    ]);
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-08T12:00:00Z –"]);
  });
});

describe("an item first seen closed", () => {
  test("is closed at its date, with its first observed estimate", () => {
    const backlog = seen({ ...DONE, estimate: 5, resolvedAt: "2026-01-05T10:00:00Z" });
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-05T10:00:00Z 5"]);
    expect(stageAt(backlog, "A", "2026-01-04")).toBe("product-backlog");
    expect(stageAt(backlog, "A", "2026-01-05")).toBe("finished");
  });

  test("is closed at an unknown instant where there is no date, and so in no sprint", () => {
    const backlog = seen({ ...DONE, estimate: 5 }, DONE);
    expect(closingsOf(backlog, "A")).toEqual(["finished unknown 5"]);
    expect(stageAt(backlog, "A", "2026-01-06")).toBe("finished");
  });

  test("does not end before it began, though its date says so", () => {
    const backlog = seen({ ...DONE, resolvedAt: "2026-01-01T10:00:00Z" });
    expect(stageAt(backlog, "A", "2026-01-01T11:00:00Z")).toBeNull();
    expect(stageAt(backlog, "A", "2026-01-02")).toBe("finished");
  });
});

describe("a reopened item", () => {
  const first = { ...DONE, resolvedAt: "2026-01-07T10:00:00Z", estimate: 3 };

  test("is back in the backlog from the observation that shows it open", () => {
    const backlog = seen(OPEN, first, OPEN);
    expect(stageAt(backlog, "A", "2026-01-10T11:59:59Z")).toBe("finished");
    expect(stageAt(backlog, "A", "2026-01-10")).toBe("product-backlog");
    expect(closingsOf(backlog, "A")).toEqual(["finished 2026-01-07T10:00:00Z –"]);
  });

  test("is finished a second time, at its second date", () => {
    const backlog = seen(
      OPEN,
      first,
      { ...OPEN, estimate: 5 },
      { ...first, resolvedAt: "2026-01-11T10:00:00Z" },
    );
    expect(closingsOf(backlog, "A")).toEqual([
      "finished 2026-01-07T10:00:00Z –",
      "finished 2026-01-11T10:00:00Z 5",
    ]);
  });

  test("is finished a second time where nobody saw it open, by its later date", () => {
    const backlog = seen(OPEN, first, { ...first, resolvedAt: "2026-01-09T10:00:00Z" });
    expect(closingsOf(backlog, "A")).toEqual([
      "finished 2026-01-07T10:00:00Z –",
      "finished 2026-01-09T10:00:00Z 3",
    ]);
  });

  test("ignores the resolution date that it still carries", () => {
    expect(stageAt(seen(OPEN, first, { ...OPEN, resolvedAt: first.resolvedAt }), "A", "2026-01-12")).toBe(
      "product-backlog",
    );
  });
});

test("a date holds as it is where nobody saw the item open, and never later than it was seen closed", () => {
  const close = (date: string | null, openAt: string | null): { from: number; closing: Closing } =>
    closeAt({
      at: ms("2026-01-08"),
      date: date === null ? null : ms(date),
      openAt: openAt === null ? null : ms(openAt),
      wasOpen: openAt !== null,
      previous: null,
      next: item({ estimate: 2 }),
      kind: "finished",
    });
  expect(close("2026-01-05", null).from).toBe(ms("2026-01-05"));
  expect(close("2026-01-09", null).from).toBe(ms("2026-01-08"));
  expect(close("2026-01-05", "2026-01-06").from).toBe(ms("2026-01-06") + 0.5);
  expect(close(null, null).closing.at).toBeNull();
  expect(runningAt(SPRINTS, close("2026-01-05", null).closing.at!)).toBe(0);
});

test("an item that is closed at the very instant of a look has the estimate that this look shows", () => {
  const close = (date: string) =>
    closeAt({
      at: ms("2026-01-08"),
      date: Date.parse(date),
      openAt: null,
      wasOpen: true,
      previous: item({ estimate: 3 }),
      next: item({ estimate: 5 }),
      kind: "finished",
    }).closing.estimate;
  expect([close("2026-01-08T11:59:59Z"), close("2026-01-08T12:00:00Z")]).toEqual([3, 5]);
});
