import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readValue } from "./document-file.ts";
import { foldEvents } from "./fold-events.ts";

const folder = resolve(import.meta.dirname, "../../../../shared/exports");
const absent = !existsSync(folder);
if (absent)
  console.warn("Real documents are not tested: there is no folder ../shared/exports beside the checkout.");

const text = (name: string): string => readFileSync(join(folder, name), "utf8");
const second = (date: string): string =>
  `${new Date(date.replace(/(\d\d)(\d\d)$/, "$1:$2")).toISOString().slice(0, 19)}Z`;

type RawItem = { field: string; fromString: string | null; toString: string | null };
type RawIssue = {
  key: string;
  fields: {
    status: { name: string };
    created: string;
    resolutiondate: string | null;
    customfield_10019: string;
    customfield_10020: { name: string }[] | null;
    customfield_10036: number | null;
  };
  changelog: { histories: { created: string; items: RawItem[] }[] };
};

const issues: RawIssue[] = absent
  ? []
  : globSync("jira-api/SP-*.json", { cwd: folder })
      .sort()
      .map((name) => JSON.parse(text(name)));

describe.skipIf(absent)("real Jira issues", () => {
  test("are read with key, status, estimate, sprint, order, creation and finish as they stand", async () => {
    const { items, order, rows, skipped } = await readValue({ total: issues.length, issues });
    expect([rows, skipped]).toEqual([10, {}]);
    expect(
      [...items].map(([key, one]) => [
        key,
        one.status,
        one.estimate,
        one.sprint,
        one.createdAt,
        one.resolvedAt,
      ]),
    ).toEqual(
      issues.map(({ key, fields }) => [
        key,
        fields.status.name,
        fields.customfield_10036,
        fields.customfield_10020?.at(-1)?.name ?? null,
        second(fields.created),
        fields.resolutiondate === null ? null : second(fields.resolutiondate),
      ]),
    );
    const ranks = issues.toSorted((a, b) =>
      a.fields.customfield_10019 < b.fields.customfield_10019 ? -1 : 1,
    );
    expect(order).toEqual(ranks.map(({ key }) => key));
  });

  test("tell every move at its own time, and pasts that lead to the present", async () => {
    const { past, items } = await readValue({ total: issues.length, issues });
    for (const { key, changelog } of issues) {
      const moves = changelog.histories
        .toSorted((a, b) => (a.created < b.created ? -1 : 1))
        .flatMap(({ created, items: list }) =>
          list.filter(({ field }) => field === "status").map((one) => [second(created), one.toString]),
        );
      const own = past!.items.get(key)!;
      expect(own.events.flatMap(({ at, set }) => (set && "status" in set ? [[at, set.status]] : []))).toEqual(
        moves,
      );
      expect({ ...foldEvents(own), blocked: null }).toEqual({ ...items.get(key), blocked: null });
    }
    expect(past!.told).toContain("category");
  });

  test.each(issues.map(({ key }) => key))("can stand alone: %s", async (key) => {
    const { items } = await readValue(text(`jira-api/${key}.json`));
    expect([...items.keys()]).toEqual([key]);
  });

  test.each(["jira-api/sample_board_1_configuration.json", "jira-api/sample_statuses.json"])(
    "are not in %s, which is refused by name",
    async (name) => {
      await expect(readValue(text(name))).rejects.toThrow("this is JSON of no known export");
    },
  );
});

type RawAction = {
  type: string;
  date: string;
  data: { card?: { id: string }; old?: object; listAfter?: { name: string } };
};

test.skipIf(absent)("a real Trello board is read with its lists, order, births and moves", async () => {
  const board = JSON.parse(text("trello/board.json")) as {
    cards: { id: string; idList: string; pos: number }[];
    lists: { id: string; name: string; pos: number }[];
    actions: RawAction[];
  };
  const { items, order, past, rows, problems } = await readValue(board);
  const listOf = new Map(board.lists.map((list) => [list.id, list]));
  expect([rows, problems]).toEqual([3, []]);
  expect([...items].map(([id, one]) => [id, one.status, one.createdAt])).toEqual(
    board.cards.map(({ id, idList }) => [
      id,
      listOf.get(idList)!.name,
      `${new Date(Number(`0x${id.slice(0, 8)}`) * 1000).toISOString().slice(0, 19)}Z`,
    ]),
  );
  const place = ({ idList, pos }: { idList: string; pos: number }): number =>
    listOf.get(idList)!.pos * 1e6 + pos;
  expect(order).toEqual(board.cards.toSorted((a, b) => place(a) - place(b)).map(({ id }) => id));
  const told = [...past!.items].flatMap(([id, { events }]) =>
    events
      .filter(({ kind }) => ["created", "status", "order"].includes(kind))
      .map(({ at, kind, set }) => [at, kind, id, set?.status]),
  );
  const expected = board.actions.flatMap(({ type, date, data }) => {
    const old = Object.keys(data.old ?? {});
    const kind =
      type === "createCard"
        ? "created"
        : old.includes("idList")
          ? "status"
          : old.includes("pos")
            ? "order"
            : null;
    return kind === null || !data.card ? [] : [[second(date), kind, data.card.id, data.listAfter?.name]];
  });
  expect(told.map(String).sort()).toEqual(expected.map(String).sort());
});
