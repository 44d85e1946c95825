import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { DamagedStore } from "../../src/history/jsonl.ts";
import { loadHistory, saveHistory } from "../../src/history/store.ts";
import { fromFiles, toFiles } from "../../src/history/store-files.ts";
import { historyOf } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { filesIn, temporaryFolder } from "../support/store-folder.ts";

/** Three items arrive in January (lines 1 to 3, the order in 4), two change in February (1 and 2, the order in 3). */
const HISTORY = historyOf([
  observe("2026-01-08", { A: { estimate: 1 }, B: {}, C: {} }, { order: ["A", "B", "C"] }),
  observe("2026-02-05", { A: { estimate: 2 }, B: { estimate: 3 }, C: {} }, { order: ["B", "A", "C"] }),
]);
const JANUARY = "changes/2026-01.jsonl";
const FEBRUARY = "changes/2026-02.jsonl";

type Damaging = (text: string) => string;

const line =
  (number: number, change: (line: string) => string): Damaging =>
  (text) =>
    text
      .split("\n")
      .map((one, index) => (index + 1 === number ? change(one) : one))
      .join("\n");

const without =
  (number: number): Damaging =>
  (text) =>
    text
      .split("\n")
      .filter((_, index) => index + 1 !== number)
      .join("\n");

const damagesOf = (changes: Readonly<Record<string, Damaging>>): string[] => {
  const files = toFiles(HISTORY);
  for (const [file, change] of Object.entries(changes)) files.set(file, change(files.get(file)!));
  try {
    fromFiles(files, "store");
    return [];
  } catch (error) {
    if (!(error instanceof DamagedStore)) throw error;
    expect(error.message).toBe(
      error.damages.map((one) => `${one.file}:${one.line} › damaged line: ${one.reason}`).join("\n"),
    );
    return error.message.split("\n").map((one) => one.replace(" › damaged line", ""));
  }
};

describe("a damaged line is named with its file and line", () => {
  test("and there is none in what was written", () => {
    expect(damagesOf({})).toEqual([]);
  });

  test("when it is cut", () => {
    expect(damagesOf({ [JANUARY]: line(2, (text) => text.slice(0, 30)) })).toEqual([
      `store/${JANUARY}:2: not JSON`,
    ]);
  });

  test("when the file ends in its middle", () => {
    expect(damagesOf({ "runs.jsonl": (text) => text.slice(0, -1) })).toEqual([
      "store/runs.jsonl:2: the file ends in the middle of a line",
    ]);
    expect(damagesOf({ [FEBRUARY]: (text) => text.slice(0, -9) })).toEqual([
      `store/${FEBRUARY}:3: the file ends in the middle of a line`,
      `store/${FEBRUARY}:3: not JSON`,
    ]);
  });

  test.each([
    ["[]", "not an object"],
    ["null", "not an object"],
    [`{"run":"1","at":"2026-01-08T12:00:00Z","id":"A","gone":true}`, "no run number"],
    [`{"run":1,"at":"soon","id":"A","gone":true}`, `"at" is not an instant`],
    [`{"run":1,"at":"2026-01-08T12:00:00Z","gone":true}`, "no id"],
    [`{"run":1,"at":"2026-01-08T12:00:00Z","id":"A"}`, `neither "new", "set", "gone" nor "order"`],
    [`{"run":1,"at":"2026-01-08T12:00:00Z","order":["A"]}`, "not an order edit"],
  ])("when a change has the wrong shape: %s", (text, reason) => {
    expect(damagesOf({ [JANUARY]: line(3, () => text) })).toEqual([`store/${JANUARY}:3: ${reason}`]);
  });

  test.each<[string, Damaging, string]>([
    ["state", (text) => text.replace("accepted", "lost"), "unknown state"],
    ["changes", (text) => text.replace(`"changes":4`, `"changes":"4"`), "no run number or count of changes"],
    ["at", (text) => text.replace(`"at":"2026`, `"at":"x`), `"at" is not an instant`],
    ["source", (text) => text.replace(`"source"`, `"file"`), "no source"],
    ["fields", (text) => text.replace(`"fields"`, `"columns"`), "a list is missing"],
  ])("when a run has the wrong %s", (_, damaging, reason) => {
    expect(damagesOf({ "runs.jsonl": damaging })).toEqual([`store/runs.jsonl:1: ${reason}`]);
  });

  test("when an item was changed, is missing or has no id", () => {
    const different = "differs from what the changes give";
    expect(damagesOf({ "items.jsonl": (text) => text.replace(`"estimate":3`, `"estimate":5`) })).toEqual([
      `store/items.jsonl:2: ${different}`,
    ]);
    expect(damagesOf({ "items.jsonl": without(3) })).toEqual([`store/items.jsonl:3: ${different}`]);
    expect(damagesOf({ "items.jsonl": line(1, () => "{}") })).toEqual(["store/items.jsonl:1: no id"]);
  });

  test("when the order was changed", () => {
    expect(damagesOf({ "order.txt": () => "B\nC\nA\n" })).toEqual([
      "store/order.txt:2: differs from what the changes give",
    ]);
  });

  test("when a change was deleted", () => {
    expect(damagesOf({ [FEBRUARY]: without(1) })).toEqual([
      "store/runs.jsonl:2: the runs recorded 7 changes, and changes/ holds 6",
    ]);
  });

  test("when the changes of a run cannot follow", () => {
    const twice = { [JANUARY]: line(2, (text) => text.replace(`"id":"B"`, `"id":"A"`)) };
    expect(damagesOf(twice)).toEqual([`store/${JANUARY}:2: A arrives a second time`]);
    const unknown = { [FEBRUARY]: line(2, (text) => text.replace(`"id":"B"`, `"id":"Z"`)) };
    expect(damagesOf(unknown)).toEqual([`store/${FEBRUARY}:2: Z changes before it arrived`]);
  });

  test("and all of them at once", () => {
    const cut: Damaging = line(1, (text) => text.slice(0, 9));
    expect(damagesOf({ [JANUARY]: cut, [FEBRUARY]: cut, "runs.jsonl": cut, "items.jsonl": cut })).toEqual(
      ["runs.jsonl", JANUARY, FEBRUARY, "items.jsonl"].map((file) => `store/${file}:1: not JSON`),
    );
  });
});

test("a month holds as many changes as a first reading of a large tracker brings, behind those of an earlier run", () => {
  const [run] = HISTORY.runs;
  const [change] = HISTORY.changes;
  const many = 200_000;
  const files = toFiles({
    ...HISTORY,
    runs: [
      { ...run!, changes: 1 },
      { ...run!, run: 2, changes: many },
    ],
    changes: Array.from({ length: many + 1 }, () => change!),
  });
  expect(files.get(JANUARY)!.split("\n")).toHaveLength(many + 2);
});

describe("a damaged store on the disk", () => {
  let folder: string;
  beforeAll(() => {
    folder = temporaryFolder();
  });

  test("is named by its path, says what to do, and is left as it is", () => {
    saveHistory(folder, HISTORY);
    writeFileSync(join(folder, "items.jsonl"), "{\n");
    const before = filesIn(folder);
    const damage = { file: `${folder}/items.jsonl`, line: 1, reason: "not JSON" };
    expect(() => loadHistory(folder)).toThrow(
      expect.objectContaining({ name: "DamagedStore", damages: [damage] }),
    );
    expect(new DamagedStore([damage]).remedy).toContain("Nothing was written");
    expect(filesIn(folder)).toEqual(before);
  });
});

test("names have a file of their own only where there are any", () => {
  expect([...toFiles(HISTORY).keys()].toSorted()).toEqual([
    JANUARY,
    FEBRUARY,
    "items.jsonl",
    "order.txt",
    "runs.jsonl",
  ]);
  const names = { labels: new Map([["L1", "ready"]]), sprints: new Map() };
  const files = toFiles({ ...HISTORY, names });
  expect(files.has("names.jsonl")).toBe(true);
  expect(fromFiles(files, "store").names).toEqual(names);
});

test("a month in which nothing changed has no file", () => {
  const quiet = historyOf([observe("2026-01-08", { A: {} }), observe("2026-02-05", { A: {} })]);
  expect([...toFiles(quiet).keys()]).not.toContain(FEBRUARY);
});
