import { describe, expect, it } from "vitest";
import { BACKLOG_ISSUES } from "../../../src/sources/github/documents/issues.ts";
import { ITEM_TYPES } from "../../../src/sources/github/documents/timeline.ts";
import { at } from "../../support/github/ask.ts";
import { bigWorld } from "../../support/github/big-world.ts";
import { type Answer, answer } from "../../support/github/execute.ts";
import { gitHubSchema } from "../../support/github/schema.ts";
import { FULL_SIGHT } from "../../support/github/sight.ts";
import type { WorldState } from "../../support/github/state.ts";

const VARIABLES = { owner: "acme", name: "shop", pageSize: 33, timelineSize: 100, itemTypes: ITEM_TYPES };

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { number: number; updatedAt: string }[];
}

const pageOf = (state: WorldState, cursor: string | null): Page => {
  const scene = { state, sight: FULL_SIGHT, rate: null, missing: new Set<string>() };
  const variables = { ...VARIABLES, since: "2008-01-01T00:00:00Z", cursor };
  const given: Answer = answer(gitHubSchema("github.com"), scene, { query: BACKLOG_ISSUES, variables });
  expect(given.errors).toBeUndefined();
  return at(given, "repository.issues") as Page;
};

describe("a big world", () => {
  it("has every issue once, in the order of the last update", () => {
    const state = bigWorld({ issues: 300, seed: 1 }).open();
    const met: Page["nodes"] = [];
    let cursor: string | null = null;
    do {
      const page: Page = pageOf(state, cursor);
      met.push(...page.nodes);
      cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (cursor);
    expect(new Set(met.map(({ number }) => number)).size).toBe(300);
    expect(met.length).toBe(300);
    const times = met.map(({ updatedAt }) => updatedAt);
    expect(times).toEqual(times.toSorted());
  });

  it("is the same for the same seed, whichever issue is asked for first, and another for another", () => {
    const life = (seed: number, first: number): unknown => {
      const { issues } = bigWorld({ issues: 50, seed }).open();
      issues.get(first);
      return issues.get(17)?.timeline;
    };
    expect(life(1, 3)).toEqual(life(1, 40));
    expect(life(1, 3)).not.toEqual(life(2, 3));
  });

  it("can be looked at in the past and be added to", () => {
    const world = bigWorld({ issues: 100, seed: 1 });
    const past = world.until("2024-07-01").open().issues.heads();
    expect(past.length).toBeGreaterThan(5);
    expect(past.length).toBeLessThan(60);
    expect(past.every(({ updatedAt }) => updatedAt <= "2024-07-01T12:00:00Z")).toBe(true);
    const more = world.more([{ at: "2027-01-01", do: "editTitle", issue: 5, title: "New" }]).open();
    expect(more.issues.get(5)).toMatchObject({ title: "New", updatedAt: "2027-01-01T12:00:00Z" });
    expect(pageOf(more, null).nodes[0]?.number).not.toBe(5);
  });

  it("serves 30,000 issues without making them all first", () => {
    const state = bigWorld({ issues: 30_000, seed: 7 }).open();
    const warm = pageOf(state, null);
    const times = Array.from({ length: 15 }, () => {
      const start = performance.now();
      pageOf(state, warm.pageInfo.endCursor);
      return performance.now() - start;
    });
    expect(state.issues.heads().length).toBe(30_000);
    // About 8 ms by itself; the bound leaves room for a busy machine.
    expect(Math.min(...times)).toBeLessThan(60);
  });
});
