import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPending, type PageItem } from "../../../src/sources/github/pending.ts";
import { reduceIssue } from "../../../src/sources/github/reduce-issue.ts";
import { issue, reading } from "./issue-builder.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runway-pending-"));
  path = join(folder, "shop", "github.jsonl");
});
afterEach(() => rmSync(folder, { recursive: true }));

const header = { source: "acme/shop", settings: "one", after: 3 };
const page = (number: number): PageItem => ({
  id: `#${number}`,
  node: `I_${number}`,
  url: "",
  updatedAt: "2026-01-05T12:00:00Z",
  editedAt: null,
  taught: null,
  read: reduceIssue(issue({ number }), { timeline: [], reading: reading() }),
});
const EDITS = { id: "#1", now: { described: false, acceptanceCriteria: false }, history: null };

test("what was put away is there again for the same reading", () => {
  const first = openPending(path, header);
  first.addPage([page(1), page(2)]);
  first.addEdits([EDITS]);
  first.addUnread({ number: 9, updatedAt: "2026-01-05T12:00:00Z" });
  expect(openPending(path, header).state).toEqual(first.state);
});

test("a line that a kill cut off is left out, and nothing is glued to it", () => {
  openPending(path, header).addPage([page(1)]);
  appendFileSync(path, '{"item":{"id":"#2"');
  openPending(path, header).addPage([page(3)]);
  expect([...openPending(path, header).state.items.keys()]).toEqual(["#1", "#3"]);
});

test("pages of another reading are thrown away", () => {
  for (const other of [
    { ...header, settings: "two" },
    { ...header, after: 4 },
  ]) {
    openPending(path, header).addPage([page(1)]);
    expect(openPending(path, other).state.items.size).toBe(0);
    expect(existsSync(path)).toBe(false);
  }
});

test("an issue that is read anew needs its edits anew, and is no longer unread", () => {
  const pending = openPending(path, header);
  pending.addUnread({ number: 1, updatedAt: "2026-01-05T12:00:00Z" });
  pending.addEdits([EDITS]);
  pending.addPage([page(1)]);
  expect([pending.state.edits.size, pending.state.unread.size]).toEqual([0, 0]);
});

test("what is no longer needed in memory stays where it was put away", () => {
  const pending = openPending(path, header);
  pending.addPage([page(1)]);
  pending.forget();
  expect(pending.state.items.size).toBe(0);
  expect([...openPending(path, header).state.items.keys()]).toEqual(["#1"]);
});

test("after everything was recorded nothing is left", () => {
  const pending = openPending(path, header);
  pending.addPage([page(1)]);
  expect(readFileSync(path, "utf8").split("\n")).toHaveLength(3);
  pending.clear();
  expect(existsSync(join(folder, "shop"))).toBe(false);
});
