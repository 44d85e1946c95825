import { describe, expect, test } from "vitest";
import { ITEM_TYPES } from "../../../src/sources/github/documents/timeline.ts";
import { BudgetEnded } from "../../../src/sources/github/github-error.ts";
import { BOARD, cards, issues, known, openBacklog as open, overview, sweep } from "./backlog-builder.ts";
import { at, issue } from "./issue-builder.ts";
import { boardShape } from "./overview-builder.ts";
import { settings } from "./settings-builder.ts";
import { failure } from "./test-client.ts";

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
