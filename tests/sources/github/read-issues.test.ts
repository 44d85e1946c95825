import { describe, expect, test } from "vitest";
import type { IssueNode } from "../../../src/sources/github/answers.ts";
import { BACKLOG_ISSUES, PAGE_SIZE } from "../../../src/sources/github/documents/issues.ts";
import { ITEM_TYPES, TIMELINE_PAGE } from "../../../src/sources/github/documents/timeline.ts";
import { GithubError } from "../../../src/sources/github/github-error.ts";
import {
  FROM_THE_START,
  type ReadIssues,
  readIssues,
  readPage,
} from "../../../src/sources/github/read-issues.ts";
import { at, issue, node, reading } from "./issue-builder.ts";
import { pendingPages } from "./pending-builder.ts";
import { settings } from "./settings-builder.ts";
import { type Answer, listOf, stubClient, tooMuch, withheldAt } from "./stub-client.ts";
import { failure } from "./test-client.ts";

const one = (number: number, given: Partial<IssueNode> = {}): IssueNode =>
  issue({ id: `I_${number}`, number, ...given });
const page = (issues: readonly (IssueNode | null)[], more: string | null = null): Answer => ({
  data: { repository: { issues: listOf(issues, more) } },
});
const next = (number: number, more: string | null): Answer => ({
  data: { repository: { issues: listOf([{ id: "I", number, updatedAt: at("2026-01-09") }], more) } },
});
/** GitHub gives up at every size of a page, down to a single issue. */
const stuck = (): Answer[] => {
  const sizes: Answer[] = [];
  for (let size = PAGE_SIZE; size >= 1; size = Math.floor(size / 2)) sizes.push(tooMuch("BacklogIssues"));
  return sizes;
};

const open = (answers: readonly Answer[], given: Partial<ReadIssues> = {}) => {
  const stub = stubClient(...answers);
  const said: string[] = [];
  const options: ReadIssues = {
    client: stub.client,
    source: settings(),
    documents: { issues: BACKLOG_ISSUES, timeline: TIMELINE_PAGE, itemTypes: ITEM_TYPES },
    reading: reading(),
    pending: pendingPages(),
    watermark: null,
    knownEdit: () => null,
    onRead: () => undefined,
    log: (text) => said.push(text),
    ...given,
  };
  return {
    ...stub,
    options,
    said,
    read: () => readIssues(options),
    ids: () => [...options.pending.state.items.keys()],
  };
};

describe("where reading begins", () => {
  const sinceOf = async (given: Partial<ReadIssues>): Promise<unknown> => {
    const { read, asked } = open([page([])], given);
    await read();
    return asked[0]!.variables.since;
  };
  const items = async () => {
    const page = await readPage([one(1, { updatedAt: at("2026-01-20") })], open([]).options);
    return new Map(page.map((item) => [item.id, item]));
  };

  test("is long before GitHub, ten minutes behind the last reading, or behind what a broken one has put away", async () => {
    expect(await sinceOf({})).toBe(FROM_THE_START);
    expect(await sinceOf({ watermark: at("2026-01-10") })).toBe("2026-01-10T11:50:00Z");
    const pending = pendingPages({ items: await items() });
    expect(await sinceOf({ watermark: at("2026-01-10"), pending })).toBe("2026-01-20T11:50:00Z");
  });

  test("is before an issue that could not be read", async () => {
    const pending = pendingPages({ items: await items(), unread: new Map([[9, at("2026-01-08")]]) });
    expect(await sinceOf({ watermark: at("2026-01-10"), pending })).toBe("2026-01-08T11:50:00Z");
  });

  test("is told where an earlier run has read some", async () => {
    const { read, said } = open([page([])], { pending: pendingPages({ items: await items() }) });
    await read();
    expect(said).toEqual(["going on after 1 issue that an earlier run has read"]);
  });
});

describe("pages of issues", () => {
  test("are each put away before the next is asked for", async () => {
    const { read, ids, options } = open([page([one(1), one(2)], "C2"), tooMuch("Overview")]);
    await failure(read());
    expect(ids()).toEqual(["#1", "#2"]);
    expect(options.pending.state.unread.size).toBe(0);
  });

  test("show how far they are after each thousand", async () => {
    const many = Array.from({ length: 1_000 }, (_, index) => one(index));
    const { read, said } = open([page(many, "C2"), page([one(1_001)])]);
    await read();
    expect(said).toEqual(["1000 of 1000 issues"]);
  });

  test("go on with a timeline that did not fit", async () => {
    const timelineItems = { filteredCount: 3, ...listOf([node("IssueComment", "2026-01-06")], "T2") };
    const { read, asked, options } = open([
      page([one(1, { timelineItems })]),
      { data: { node: { timelineItems: listOf([node("IssueComment", "2026-01-07")], "T3") } } },
      { data: { node: { timelineItems: listOf([node("IssueComment", "2026-01-08")]) } } },
    ]);
    await read();
    expect(options.pending.state.items.get("#1")!.read.events).toHaveLength(4);
    expect(asked.map(({ call, variables }) => [call, variables.id, variables.cursor])).toEqual([
      ["BacklogIssues", undefined, null],
      ["TimelinePage", "I_1", "T2"],
      ["TimelinePage", "I_1", "T3"],
    ]);
  });

  test("tell what is left behind only when all of a page is there", async () => {
    const timelineItems = { filteredCount: 2, ...listOf([node("IssueComment", "2026-01-06")], "T2") };
    const told: number[] = [];
    const onRead: ReadIssues["onRead"] = ({ number }, timeline) => told.push(number, timeline.length);
    const broken = open([page([one(1), one(2, { timelineItems })]), { data: { node: null } }], { onRead });
    await failure(broken.read());
    expect(told).toEqual([]);
    const whole = { data: { node: { timelineItems: listOf([node("IssueComment", "2026-01-07")]) } } };
    await open([page([one(1), one(2, { timelineItems })]), whole], { onRead }).read();
    expect(told).toEqual([1, 0, 2, 2]);
  });

  test("with a hole in a timeline are not used", async () => {
    const timelineItems = { filteredCount: 2, ...listOf([null]) };
    const { read, ids } = open([page([one(1), one(7, { timelineItems })])]);
    expect((await failure(read())).message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues › the timeline of #7 has a hole. Nothing of this page was used. The next run tries again."`,
    );
    expect(ids()).toEqual([]);
  });

  test("of a timeline that is gone are named", async () => {
    const timelineItems = { filteredCount: 2, ...listOf([], "T2") };
    const answer = { data: { node: null }, errors: [withheldAt("node")] };
    const { read } = open([page([one(1, { timelineItems })]), answer]);
    expect((await failure(read())).message).toMatchInlineSnapshot(
      `"GitHub, TimelinePage › on the page behind cursor T2, the list is missing. GitHub says “Could not resolve to a node” (NOT_FOUND) at node. Check \`repository\` in team.yaml, and give the token access to it with “Issues: read”."`,
    );
  });
});

describe("an issue that is put away", () => {
  const put = async (given: Partial<IssueNode>, options: Partial<ReadIssues> = {}) =>
    (await readPage([one(1, given)], open([], options).options))[0]!;
  const edited = { lastEditedAt: at("2026-01-09") };

  test("has a description whose edits are to be read, unless the last of them is known", async () => {
    expect((await put({})).editedAt).toBeNull();
    expect((await put(edited)).editedAt).toBe(at("2026-01-09"));
    expect((await put(edited, { knownEdit: () => at("2026-01-08") })).editedAt).toBe(at("2026-01-09"));
    expect((await put(edited, { knownEdit: () => at("2026-01-09") })).editedAt).toBeNull();
  });

  const milestone = { id: "MI_1", number: 1, title: "Sprint One" };
  const events = (...nodes: ReturnType<typeof node>[]) => ({ filteredCount: nodes.length, ...listOf(nodes) });
  const put1 = node("MilestonedEvent", "2026-01-06", { milestoneTitle: "Sprint 1" });
  const took1 = node("DemilestonedEvent", "2026-01-07", { milestoneTitle: "Sprint 1" });

  test("teaches under which title it came into its milestone", async () => {
    const { taught } = await put({ milestone, timelineItems: events(took1, put1) });
    expect(taught).toEqual({ key: reading().titleKey("Sprint 1"), milestone: "MI_1" });
  });

  test.each([
    ["is in no milestone", { timelineItems: events(put1) }, {}],
    ["was taken out of one last", { milestone, timelineItems: events(put1, took1) }, {}],
    ["never came into one", { milestone }, {}],
    [
      "is in one that is no sprint",
      { milestone, timelineItems: events(put1) },
      { reading: reading({ milestones: false }) },
    ],
  ])("teaches nothing when it %s", async (_, given, options) => {
    expect((await put(given, options)).taught).toBeNull();
  });
});

describe("an issue that is too much for GitHub even alone", () => {
  test("is named for the next run, and the others are read", async () => {
    const { read, ids, options, calls } = open([...stuck(), next(7, "C7"), page([one(8)])]);
    await read();
    expect(ids()).toEqual(["#8"]);
    expect([...options.pending.state.unread]).toEqual([[7, at("2026-01-09")]]);
    expect(calls().slice(-2)).toEqual(["NextIssue", "BacklogIssues"]);
  });

  test("may be the last one", async () => {
    const { read, options, left } = open([page([one(6)], "C6"), ...stuck(), next(7, null)]);
    await read();
    expect([[...options.pending.state.unread.keys()], left()]).toEqual([[7], 0]);
  });

  test("is no such issue when there is none, or when the one behind it is too: then it is GitHub", async () => {
    const none = open([...stuck(), { data: { repository: { issues: listOf([]) } } }]);
    expect((await failure(none.read())).message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues › on the first page: too slow. Wait."`,
    );
    const two = open([...stuck(), next(7, "C7"), ...stuck()]);
    expect((await failure(two.read())).message).toContain("on the page behind cursor C7: too slow. Wait.");
  });

  test("is no such issue when there were five of them", async () => {
    const unread = new Map([1, 2, 3, 4, 5].map((number) => [number, at("2026-01-08")] as const));
    const { read } = open([...stuck(), next(7, "C7")], { pending: pendingPages({ unread }) });
    expect(await failure(read())).toBeInstanceOf(GithubError);
  });

  test("is no such issue when it is a timeline that is too much, or another fault", async () => {
    const timelineItems = { filteredCount: 2, ...listOf([], "T2") };
    const slow = Array.from({ length: 7 }, () => tooMuch("TimelinePage"));
    const timeline = open([page([one(1, { timelineItems })]), ...slow]);
    expect((await failure(timeline.read())).message).toContain("TimelinePage");
    const hole = open([page([null])]);
    expect((await failure(hole.read())).message).toMatchInlineSnapshot(
      `"GitHub, BacklogIssues › on the first page, entry 1 is missing. Nothing of this page was used. The next run tries again."`,
    );
  });
});
