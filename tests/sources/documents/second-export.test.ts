import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyHistory, type History, record } from "../../../src/history/record.ts";
import { replay } from "../../../src/history/replay.ts";
import { isEvent } from "../../../src/model/change.ts";
import { countProblems } from "../../../src/model/observation.ts";
import { ACCEPT } from "../../support/history-builder.ts";
import { FIXTURES } from "../formats/read-fixture.ts";
import { readValue } from "./document-file.ts";

const documentOf = (name: string) => JSON.parse(readFileSync(join(FIXTURES, name), "utf8"));

const add = async (history: History, at: string, value: unknown): Promise<void> => {
  const { items, order, fields, assumed, rows, skipped, problems, past } = await readValue(value, {
    readyLabels: ["Ready"],
  });
  const file = {
    at,
    source: `exports/${at}.json`,
    sha256: at,
    settings: "s",
    findings: countProblems(problems),
  };
  record(
    history,
    { ...file, items, order, fields, assumed, rows, skipped, ...(past ? { past } : {}) },
    ACCEPT,
  );
};

const eventsOf = ({ changes }: History): string[] =>
  changes.flatMap((change) => (isEvent(change) ? [change.event] : []));

/** Facts that no event told, found by comparing. */
const comparedIn = ({ changes }: History, run: number): unknown[] =>
  changes.filter(
    (change) => change.run === run && "set" in change && !isEvent(change) && !("back" in change),
  );

test("a board exported twice has each action once, and a move between the exports at its own time", async () => {
  const board = documentOf("trello-json.json");
  const history = emptyHistory();
  await add(history, "2026-01-22T09:00:00Z", board);
  expect(comparedIn(history, 1)).toEqual([]);
  const first = eventsOf(history);
  const card = board.cards.find((one: { name: string }) => one.name === "Search with filters");
  const [backlog, ready] = ["Backlog", "Ready"].map((name) =>
    board.lists.find((list: { name: string }) => list.name === name),
  );
  board.actions.unshift({
    id: "6975000000000000000003ff",
    idMemberCreator: "m",
    type: "updateCard",
    date: "2026-01-24T10:30:00.000Z",
    data: {
      old: { idList: backlog.id },
      card: { id: card.id, idList: ready.id },
      listBefore: backlog,
      listAfter: ready,
    },
  });
  card.idList = ready.id;
  await add(history, "2026-01-29T09:00:00Z", board);
  expect(eventsOf(history)).toEqual([...first, "6975000000000000000003ff"]);
  expect(comparedIn(history, 2)).toEqual([]);
  expect(history.state.items.get(card.id)!.facts.status).toBe("Ready");
  // The same file a third time brings nothing at all.
  await add(history, "2026-02-05T09:00:00Z", board);
  expect(history.changes.filter(({ run }) => run === 3)).toEqual([]);
  const states = [...replay(history.runs, history.changes)];
  expect(states.at(-1)!.state).toEqual(history.state);
});

test("issues exported twice have each change once, and what the log lost is found by comparing", async () => {
  const search = documentOf("jira-json.json");
  const history = emptyHistory();
  await add(history, "2026-01-22T09:00:00Z", search);
  const first = eventsOf(history);
  const [, issue] = search.issues;
  issue.fields.customfield_10016 = 13;
  issue.fields.labels = [];
  issue.changelog.histories.unshift({
    id: "2000",
    author: { accountId: "acc-bo" },
    created: "2026-01-25T09:00:00.000+0100",
    items: [
      { field: "labels", fieldId: "labels", from: "", fromString: "Ready private", to: "", toString: "" },
    ],
  });
  issue.changelog.total += 1;
  await add(history, "2026-01-29T09:00:00Z", search);
  expect(eventsOf(history)).toEqual([...first, "2000.0"]);
  expect(comparedIn(history, 2)).toEqual([
    { run: 2, at: "2026-01-29T09:00:00Z", id: "SHOP-2", set: { estimate: 13 } },
  ]);
});
