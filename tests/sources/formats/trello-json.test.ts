import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linesOf, readValue } from "../documents/document-file.ts";
import { FIXTURES, filled, readFixture } from "./read-fixture.ts";

type Card = Record<string, unknown>;
type Board = { cards: Card[]; actions: Card[]; lists: Card[] } & Record<string, unknown>;
const board = (): Board => JSON.parse(readFileSync(join(FIXTURES, "trello-json.json"), "utf8"));

const [INVOICE, SEARCH, LOGIN, FAX, LOYALTY, SIZE] = [
  "695ccf100000000000000065",
  "695cd03c0000000000000066",
  "695cd1680000000000000067",
  "695e2ea00000000000000068",
  "695f8e30000000000000006a",
  "696f8a7e000000000000006b",
] as const;

test("a card's list is its status, its custom field the estimate, and what is archived is closed", async () => {
  const { items, skipped, rows } = await readFixture("trello-json.json");
  expect(filled(items.get(INVOICE))).toEqual({
    status: "Ready",
    createdAt: "2026-01-06T09:00:00Z",
    estimate: 5,
    labels: ["Ready"],
    acceptanceCriteria: true,
    described: true,
  });
  expect([items.get(FAX)?.category, items.get(FAX)?.resolution]).toEqual(["done", "Archived"]);
  expect(items.get(LOYALTY)).toMatchObject({ status: "Old ideas", category: "done", resolution: "Archived" });
  expect([rows, items.size, skipped]).toEqual([7, 6, { "row-no-item": 1 }]);
});

test("cards stand list by list from the left, and archived ones nowhere", async () => {
  const { order } = await readFixture("trello-json.json");
  expect(order).toEqual([SEARCH, SIZE, INVOICE, LOGIN]);
});

test("the log gives moves, estimates, criteria and archiving at their own times, by pseudonyms", async () => {
  const { past } = await readFixture("trello-json.json");
  const card = past!.items.get(INVOICE)!;
  expect([card.arrivedAt, filled(card.first)]).toEqual([
    "2026-01-06T09:00:00Z",
    {
      status: "Backlog",
      createdAt: "2026-01-06T09:00:00Z",
      labels: ["Ready"],
      acceptanceCriteria: false,
      described: false,
    },
  ]);
  expect(linesOf(card)).toEqual([
    "2026-01-06T09:00:00Z created",
    '2026-01-12T08:30:00Z description {"described":true,"acceptanceCriteria":true}',
    '2026-01-12T08:40:00Z estimate {"estimate":3}',
    '2026-01-13T08:40:00Z estimate {"estimate":5}',
    '2026-01-13T09:00:00Z status {"status":"Ready"}',
  ]);
  expect(linesOf(past!.items.get(FAX)).at(-1)).toBe(
    '2026-01-17T16:00:00Z closed {"category":"done","resolution":"Archived"}',
  );
  expect(linesOf(past!.items.get(LOYALTY)).at(-1)).toMatch(/^2026-01-21T14:00:00Z closed /);
  const people = [...past!.items.values()].flatMap(({ events }) => events.map(({ by }) => by));
  expect(new Set(people.filter((by) => by !== null && by !== "bot")).size).toBe(2);
  expect(people.every((by) => by === null || by === "bot" || /^[0-9a-f]{10}$/.test(by))).toBe(true);
});

test("a card moved up, talked about and split says so once each, and automation is nobody", async () => {
  const { past } = await readFixture("trello-json.json");
  expect(linesOf(past!.items.get(SEARCH)).map((line) => line.split(" ")[1])).toEqual([
    "created",
    "order",
    "comment",
    "split",
  ]);
  expect(
    past!.items
      .get(LOGIN)!
      .events.map(({ by }) => by)
      .at(-1),
  ).toBe("bot");
});

test("a log of a thousand actions is known to be cut, and the time before it is told by nothing", async () => {
  const doc = board();
  const [newest] = doc.actions;
  const more = Array.from({ length: 1000 }, (_, index) => ({
    ...newest,
    id: (0x7000_0000_0000 + index).toString(16).padStart(24, "0"),
    type: "commentCard",
    date: "2026-01-21T13:00:00.000Z",
    data: { card: { id: SEARCH } },
  }));
  const { past, problems } = await readValue({ ...doc, actions: [newest, ...more].slice(0, 1000) });
  expect(past!.told).toEqual([]);
  expect(problems.find(({ id }) => id === "history-capped")?.text).toMatch(
    /^1,000 actions: Trello cuts the history there; what came before 2026-01-21T13:00:00Z is not in it/,
  );
  const card = past!.items.get(INVOICE)!;
  expect(filled(card.first)).toEqual({ createdAt: "2026-01-06T09:00:00Z" });
  expect(linesOf(card)).toEqual([
    '2026-01-21T13:00:00Z other {"status":"Ready","estimate":5,"labels":[],"acceptanceCriteria":true,"described":true}',
  ]);
});

test("a log that begins after its cards is no whole one, whatever its length", async () => {
  const doc = board();
  const { past, problems } = await readValue({ ...doc, actions: doc.actions.slice(0, 5) });
  expect(past!.told).toEqual([]);
  expect(problems.map(({ id }) => id)).toContain("history-partial");
});

test("a board without actions is an export like any other", async () => {
  const { actions: _, ...doc } = board();
  const { past, items } = await readValue(doc);
  expect([past, items.size]).toEqual([undefined, 6]);
});

test("a tick closes a card at its own time, and archiving it later closes nothing again", async () => {
  const doc = board();
  const action = (date: string, old: object, now: object): Card => ({
    id: `${Date.parse(date)}`.padStart(24, "0"),
    idMemberCreator: "m",
    type: "updateCard",
    date,
    data: { old, card: { id: SIZE, ...now } },
  });
  doc.actions.unshift(
    action("2026-01-23T09:00:00.000Z", { closed: false }, { closed: true }),
    action("2026-01-22T09:00:00.000Z", { dueComplete: false }, { dueComplete: true }),
  );
  Object.assign(doc.cards.find(({ id }) => id === SIZE)!, { dueComplete: true, closed: true });
  const { past } = await readValue(doc);
  expect(linesOf(past!.items.get(SIZE)).slice(1)).toEqual([
    '2026-01-22T09:00:00Z closed {"category":"done","resolution":null}',
    '2026-01-23T09:00:00Z other {"category":"done","resolution":"Archived"}',
  ]);
});

test("neither a name, a comment, a member nor another label is kept", async () => {
  const { items, past, problems } = await readFixture("trello-json.json");
  const all = JSON.stringify([[...items], [...past!.items], problems]);
  for (const word of ["Pay by", "invoice is", "anna", "Anna", "comment that", "Private word"])
    expect(all).not.toContain(word);
});
