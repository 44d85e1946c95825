import { describe, expect, test } from "vitest";
import { NO_NAMES } from "../../../src/model/names.ts";
import type { BoardCard, BodyEditsNode, IssueNode } from "../../../src/sources/github/answers.ts";
import { ITEM_TYPES } from "../../../src/sources/github/documents/timeline.ts";
import { BudgetEnded } from "../../../src/sources/github/github-error.ts";
import {
  type KnownBacklog,
  type ReadBacklog,
  readBacklog,
} from "../../../src/sources/github/read-backlog.ts";
import { at, issue, node } from "./issue-builder.ts";
import { boardShape, overviewOf } from "./overview-builder.ts";
import { pendingPages } from "./pending-builder.ts";
import { settings } from "./settings-builder.ts";
import { type Answer, listOf, stubClient } from "./stub-client.ts";
import { failure } from "./test-client.ts";

const NOTHING_KNOWN: KnownBacklog = Object.freeze({
  watermark: null,
  names: NO_NAMES,
  present: new Set<string>(),
  knownEdit: () => null,
  statusOf: () => null,
  placed: new Set<string>(),
  link: null,
});
const known = (given: Partial<KnownBacklog> = {}): KnownBacklog => ({
  ...NOTHING_KNOWN,
  watermark: at("2026-01-20"),
  present: new Set(["#1"]),
  link: "https://github.example/acme/shop/issues/{id}",
  ...given,
});

const issues = (...nodes: IssueNode[]): Answer => ({ data: { repository: { issues: listOf(nodes) } } });
const overview = (total: number, given: Parameters<typeof overviewOf>[0] = {}): Answer => ({
  data: overviewOf({ ...given, repository: { issues: { totalCount: total }, ...given.repository } }),
});
const sweep = (...numbers: number[]): Answer => ({
  data: {
    repository: { issues: listOf(numbers.map((number) => ({ number, updatedAt: at("2026-01-20") }))) },
  },
});
const BOARD = { settings: settings({ project: { owner: "acme", number: 4 } }) };
const cards = (...shown: Partial<BoardCard>[]): Answer => ({
  data: {
    repositoryOwner: {
      projectV2: {
        items: listOf(
          shown.map((card, index) => ({
            type: "ISSUE",
            updatedAt: at("2026-01-21"),
            content: { id: `I_${index + 1}`, number: index + 1, repository: { nameWithOwner: "acme/shop" } },
            fieldValues: { nodes: [{ name: "Ready", field: { name: "Status" } }] },
            ...card,
          })),
        ),
      },
    },
  },
});

const open = (answers: readonly Answer[], given: Partial<ReadBacklog> = {}) => {
  const stub = stubClient(...answers);
  const options: ReadBacklog = {
    client: stub.client,
    settings: settings(),
    fingerprint: "one",
    known: NOTHING_KNOWN,
    pending: pendingPages(),
    asOf: null,
    isDue: () => true,
    log: () => undefined,
    ...given,
  };
  return { ...stub, options, read: () => readBacklog(options) };
};

describe("a first reading", () => {
  test("is of everything, and needs no look for what is gone", async () => {
    const { read, calls } = open([overview(1), issues(issue())]);
    const found = await read();
    expect(calls()).toEqual(["Overview", "BacklogIssues"]);
    expect(found).toMatchObject({
      at: "2026-02-01T12:00:00Z",
      source: "github:acme/shop",
      settings: "one",
      whole: true,
      gone: [],
      board: null,
      rows: 1,
      skipped: {},
      findings: [],
      statusEvents: null,
      due: true,
    });
    expect([...found.items.keys()]).toEqual(["#1"]);
    expect(found.told).toMatchObject({
      isPublic: false,
      link: "https://github.example/acme/shop/issues/{id}",
      watermark: at("2026-01-20"),
    });
  });

  test("of an empty repository brings nothing, not even a mark up to where it came", async () => {
    const { told, items, rows } = await open([overview(0), issues()]).read();
    expect([told.watermark, told.link, items.size, rows]).toEqual([null, null, 0, 0]);
  });

  test("keeps titles where everyone can read them, or where the team says so", async () => {
    const title = async (isPrivate: boolean, titles: boolean | null) => {
      const given = { settings: settings({ titles }) };
      const { read } = open([overview(1, { repository: { isPrivate } }), issues(issue())], given);
      return (await read()).items.get("#1")!.now.title;
    };
    expect(await title(false, null)).toBe("Pay by card");
    expect(await title(true, null)).toBeNull();
    expect(await title(true, true)).toBe("Pay by card");
    expect(await title(false, false)).toBeNull();
  });
});

describe("a later reading", () => {
  test("of an unchanged backlog asks twice and has nothing to say", async () => {
    const { read, calls } = open([overview(1), issues()], { known: known(), isDue: () => false });
    const { whole, items, told, due } = await read();
    expect([calls(), whole, items.size, due]).toEqual([["Overview", "BacklogIssues"], false, 0, false]);
    expect(told).toMatchObject({ watermark: at("2026-01-20"), link: known().link });
  });

  test("looks for what is gone when it is due, at the instant that it is of", async () => {
    const asked: number[] = [];
    const isDue = (t: number): boolean => asked.push(t) > 0;
    const { read, calls } = open([overview(1), issues(), sweep(1)], { known: known(), isDue });
    await read();
    expect(calls()).toEqual(["Overview", "BacklogIssues", "Sweep"]);
    expect(asked).toEqual([Date.parse("2026-02-01T12:00:00Z")]);
  });

  test("names what is gone", async () => {
    const { read } = open([overview(1), issues(), sweep(1), { status: 410 }], {
      known: known({ present: new Set(["#1", "#2"]) }),
    });
    expect(await read()).toMatchObject({
      gone: ["#2"],
      findings: [{ id: "issue-deleted", count: 1, first: [{ where: "#2", text: "was deleted" }] }],
    });
  });

  test("that finds an issue which no page gave sets its mark back, and that must be kept", async () => {
    const late = sweep(1, 2);
    const { read } = open([overview(2), issues(), late], {
      known: known({ watermark: at("2026-01-22") }),
      isDue: () => false,
    });
    const { told, due, findings } = await read();
    expect([told.watermark, due]).toEqual([at("2026-01-20"), true]);
    expect(findings.map(({ id }) => id)).toEqual(["issue-unread"]);
  });
});

describe("the instant of a reading", () => {
  const of = async (asOf: string) => {
    const { read } = open([overview(1), issues(issue())], { asOf: Date.parse(asOf) });
    return (await read()).at;
  };
  test("is the one that a person sets, if nothing has changed since", async () => {
    expect(await of("2026-01-20T12:00:00Z")).toBe("2026-01-20T12:00:00Z");
    expect(await of("2026-01-20T11:59:59Z")).toBe("2026-02-01T12:00:00Z");
  });
});

describe("a board", () => {
  const board = boardShape();

  test("gives the order and the status, and counts what is no issue", async () => {
    const { read, calls } = open(
      [overview(1, { board }), issues(issue()), cards({}, { type: "DRAFT_ISSUE", content: null })],
      BOARD,
    );
    const found = await read();
    expect(calls()).toEqual(["Overview", "BacklogIssues", "BoardItems"]);
    expect([found.board?.order, found.skipped, found.rows]).toEqual([["#1"], { draft: 1 }, 2]);
    expect(found.statusEvents?.lostSince).toMatch(/^2026-/);
  });

  test("shows which issues to ask for anew, where events tell of the status", async () => {
    const given = { ...BOARD, known: known({ statusOf: () => "Backlog" }), isDue: () => false };
    const moved = { data: { nodes: [{ __typename: "Issue", ...issue() }] } };
    const asks = open([overview(1, { board }), issues(), cards({}), moved], given);
    expect([...(await asks.read()).items.keys()]).toEqual(["#1"]);
    expect(asks.calls().at(-1)).toBe("IssuesById");
    const itemTypes = ITEM_TYPES.filter((type) => type !== "PROJECT_V2_ITEM_STATUS_CHANGED_EVENT");
    const silent = open([overview(1, { board, itemTypes }), issues(), cards({})], given);
    expect((await silent.read()).statusEvents).toBeNull();
  });

  test("that was changed after as-of is not seen from as-of", async () => {
    const { read } = open([overview(1, { board }), issues(issue()), cards({})], {
      ...BOARD,
      asOf: Date.parse("2026-01-20T12:00:00Z"),
    });
    expect((await read()).at).toBe("2026-02-01T12:00:00Z");
  });
});

describe("descriptions that were edited", () => {
  const edited = issue({ lastEditedAt: at("2026-01-09"), body: "New." });
  const edits = (...diffs: (string | null)[]): Answer => ({
    data: {
      nodes: [
        {
          __typename: "Issue",
          id: "I_1",
          number: 1,
          body: "New.",
          createdAt: at("2026-01-05"),
          lastEditedAt: at("2026-01-09"),
          includesCreatedEdit: true,
          userContentEdits: listOf(
            diffs.map((diff, index) => ({
              id: `UCE_${index}`,
              editedAt: at(`2026-01-0${9 - index * 4}`),
              deletedAt: null,
              editor: null,
              diff,
            })),
          ),
        } satisfies BodyEditsNode,
      ],
    },
  });

  test("have their past", async () => {
    const { read, asked } = open([overview(1), issues(edited), edits("New.", "")]);
    const { items, findings } = await read();
    expect(asked.at(-1)).toMatchObject({ call: "BodyEdits", variables: { ids: ["I_1"] } });
    expect([items.get("#1")!.first.described, items.get("#1")!.now.described]).toEqual([false, true]);
    expect(findings).toEqual([]);
  });

  test("whose versions can't be used are named, and how they began is not known", async () => {
    const { items, findings } = await open([overview(1), issues(edited), edits("Other.", "")]).read();
    expect(items.get("#1")!.first.described).toBeNull();
    expect(findings.map(({ id }) => id)).toEqual(["description-history-unusable"]);
  });

  test("that an earlier run has read are not asked for again", async () => {
    const pending = pendingPages();
    await open([overview(1), issues(edited), edits("New.", "")], { pending }).read();
    const again = open([overview(1), issues()], { pending });
    expect((await again.read()).items.get("#1")!.first.described).toBe(false);
    expect(again.calls()).toEqual(["Overview", "BacklogIssues"]);
  });
});

describe("milestones", () => {
  const put = (milestoneTitle: string) => node("MilestonedEvent", "2026-01-06", { milestoneTitle });
  const withEvents = (...nodes: ReturnType<typeof put>[]) =>
    issue({ timelineItems: { filteredCount: nodes.length, ...listOf(nodes) } });
  const milestone = {
    id: "MI_1",
    number: 1,
    title: "Sprint 1",
    dueOn: "2026-01-16T00:00:00Z",
    state: "OPEN",
    createdAt: at("2026-01-01"),
    closedAt: null,
  };
  const there = { repository: { milestones: listOf([milestone]) } };

  test("are found by their titles; one that nobody knows is counted, and not named", async () => {
    const { items, findings } = await open([
      overview(1, there),
      issues(withEvents(put("Sprint 1"), put("hush"))),
    ]).read();
    const sprints = items.get("#1")!.events.flatMap(({ set }) => (set === undefined ? [] : [set.sprint]));
    expect(sprints).toEqual(["MI_1", null]);
    expect(findings).toMatchObject([{ id: "milestone-unknown", count: 1, first: [{ where: "#1" }] }]);
    expect(JSON.stringify(findings)).not.toMatch(/hush|title:/);
  });

  test("that the history knows are not unknown", async () => {
    const event = put("hush");
    const given = { known: known({ placed: new Set([event.id]) }), isDue: () => false };
    expect((await open([overview(1, there), issues(withEvents(event))], given).read()).findings).toEqual([]);
  });
});

test("what is left behind is told to whoever searches the site for it", async () => {
  const heard: string[] = [];
  const { read } = open([overview(1), issues(issue({ body: "Secret." }))], {
    onWithheld: (kind, value) => heard.push(`${kind}: ${value}`),
  });
  await read();
  expect(heard).toEqual(["title: Pay by card", "description: Secret.", "person: ana"]);
});

test("a budget that ends leaves what was read in the pages, and throws", async () => {
  const edited = issue({ lastEditedAt: at("2026-01-09") });
  const ended = new BudgetEnded({ ended: "time", call: "BodyEdits" });
  const { read, options } = open([overview(1), issues(edited), ended]);
  expect(await failure(read())).toBe(ended);
  expect([...options.pending.state.items.keys()]).toEqual(["#1"]);
});
