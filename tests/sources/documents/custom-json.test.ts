import { expect, test } from "vitest";
import { filled } from "../formats/read-fixture.ts";
import { readValue } from "./document-file.ts";

const columns = {
  id: ["key"],
  status: ["state.name"],
  labels: ["tags.name"],
  estimate: ["fields.points"],
  created: ["opened"],
  closed: ["finished"],
  description: ["text"],
  blocked: ["isBlocked"],
  rank: ["place"],
};

const record = (key: string, more: object = {}): object => ({
  key,
  state: { name: "Next" },
  tags: [{ name: "Ready" }, { name: "other" }],
  fields: { points: 3 },
  opened: "2026-01-05T09:00:00Z",
  text: 'A "thing"\n\n## Acceptance criteria\n\n- it works',
  isBlocked: false,
  place: 2,
  ...more,
});

const read = (value: unknown) => readValue(value, { columns, readyLabels: ["Ready"] }, "custom");

test("records of any JSON are read by paths, lists on the way meaning each of theirs", async () => {
  const { items, order, format } = await read({
    page: 1,
    items: [record("A"), record("B", { place: 1, isBlocked: true })],
  });
  expect(format).toBe("custom");
  expect(filled(items.get("A"))).toEqual({
    status: "Next",
    labels: ["Ready"],
    estimate: 3,
    createdAt: "2026-01-05T09:00:00Z",
    acceptanceCriteria: true,
    described: true,
    blocked: false,
  });
  expect([items.get("B")?.blocked, order]).toEqual([true, ["B", "A"]]);
});

test("one record a line is read with the lines of what could not be", async () => {
  const lines = [record("A"), record("B", { opened: "soon" }), record("", { text: "1\n2\n3" }), record("D")];
  const text = lines.map((one) => JSON.stringify(one)).join("\n");
  const { items, rows, skipped, problems } = await read(`${text.replace("\n", "\n{broken\n")}\n`);
  expect([...items.keys()]).toEqual(["A", "B", "D"]);
  expect([rows, skipped]).toEqual([5, { "row-blank": 1, "row-unreadable": 1 }]);
  expect(problems.map(({ id, where }) => `${id} ${where}`)).toEqual([
    "row-blank exports/a.json:2",
    "row-unreadable exports/a.json:4",
    "cell-unreadable exports/a.json:3",
  ]);
});

test("a column that no record has is left out, as an empty one; without ids nothing is read", async () => {
  const { fields } = await read([{ key: "A", state: { name: "Next" } }]);
  expect(fields).toEqual(["status"]);
  await expect(read([{ id: "A" }, { id: "B", name: "x" }])).rejects.toThrow(
    "exports/a.json:1 › no record has key. Found: id, name. Say under source.exports.columns where the id stands",
  );
  await expect(read("[]")).rejects.toThrow("no record has key. Found: nothing.");
});
