import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { emptyHistory, record } from "../../src/history/record.ts";
import { loadHistory, saveHistory } from "../../src/history/store.ts";
import { ACCEPT, bytesOf, CAREFUL, historyOf } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { randomObservations } from "../support/random-observations.ts";
import { filesIn, temporaryFolder, timesIn } from "../support/store-folder.ts";

let root: string;
let count = 0;
beforeAll(() => {
  root = temporaryFolder();
});
const newFolder = (): string => {
  count += 1;
  return join(root, "store", `team-${count}`);
};

const january = observe(
  "2026-01-08",
  { "A-10": { title: "Größe \u2028 \u{1f600}", labels: ["x"] }, "A-9": { estimate: 2.5 } },
  { order: ["A-10", "A-9"] },
);
const february = observe("2026-02-05", { "A-9": { estimate: 3 }, "A-11": {} }, { order: ["A-9", "A-11"] });

describe("a store", () => {
  test("that is not there is an empty history", () => {
    expect(loadHistory(newFolder())).toEqual(emptyHistory());
  });

  test("gives back what was saved", () => {
    const folder = newFolder();
    const history = historyOf([january, february]);
    expect(saveHistory(folder, history)).toBe(true);
    expect(loadHistory(folder)).toEqual(history);
  });

  test("gives back any history, saved step by step", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 4 }), (observations) => {
        const folder = newFolder();
        for (const observation of observations) {
          const history = loadHistory(folder);
          record(history, observation, CAREFUL);
          saveHistory(folder, history);
        }
        expect(filesIn(folder)).toEqual(bytesOf(historyOf(observations, CAREFUL)));
      }),
      { numRuns: 15 },
    );
  });

  test("is not written again by the same history", () => {
    const folder = newFolder();
    saveHistory(folder, historyOf([january, february]));
    const before = { times: timesIn(folder), files: filesIn(folder) };
    expect(saveHistory(folder, loadHistory(folder))).toBe(false);
    expect({ times: timesIn(folder), files: filesIn(folder) }).toEqual(before);
  });

  test("never writes a past month again", () => {
    const folder = newFolder();
    saveHistory(folder, historyOf([january]));
    const before = timesIn(folder)["changes/2026-01.jsonl"];
    saveHistory(folder, historyOf([january, february]));
    expect(Object.keys(filesIn(folder))).toEqual([
      "changes/2026-01.jsonl",
      "changes/2026-02.jsonl",
      "items.jsonl",
      "order.txt",
      "runs.jsonl",
    ]);
    expect(timesIn(folder)["changes/2026-01.jsonl"]).toBe(before);
  });

  test("loses a month's file when the past is read anew without it", () => {
    const folder = newFolder();
    saveHistory(folder, historyOf([january, february]));
    saveHistory(folder, historyOf([january]));
    expect(filesIn(folder)).toEqual(bytesOf(historyOf([january])));
  });

  test("does not count what a killed write left", () => {
    const folder = newFolder();
    saveHistory(folder, historyOf([january]));
    writeFileSync(join(folder, "items.jsonl.next"), `{"id":"A-`);
    writeFileSync(join(folder, "changes", "2026-02.jsonl.next"), "");
    expect(loadHistory(folder)).toEqual(historyOf([january]));
    expect(filesIn(folder)).toEqual(bytesOf(historyOf([january])));
  });
});

describe("the files of a history", () => {
  test("hold one item a line by key, the order one id a line, and the changes by month", () => {
    const files = bytesOf(historyOf([january, february], ACCEPT));
    const ids = (file: string): string[] =>
      [...files[file]!.matchAll(/^\{.*?"id":"([^"]+)"/gm)].map(([, id]) => id!);
    expect(ids("items.jsonl")).toEqual(["A-9", "A-10", "A-11"]);
    expect(files["order.txt"]).toBe("A-9\nA-11\n");
    expect(ids("changes/2026-01.jsonl")).toEqual(["A-9", "A-10"]);
    expect(ids("changes/2026-02.jsonl")).toEqual(["A-9", "A-10", "A-11"]);
    expect(files["runs.jsonl"]!.match(/\n/g)).toHaveLength(2);
  });
});
