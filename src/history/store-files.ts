import type { Change } from "../model/change.ts";
import type { Run } from "../model/run.ts";
import { type Damage, DamagedStore, parseLines, stringifyLines } from "./jsonl.ts";
import { checkChange, checkItem, checkRun } from "./line-checks.ts";
import { checkName, fromNameLines, nameLines } from "./names-lines.ts";
import { orderChain } from "./order/chain.ts";
import type { History } from "./record.ts";
import { applyChange, emptyState, type State, sortedIds } from "./state.ts";

/** The store as texts by relative path: what lies between the memory and the disk, without touching either. */
export type StoreFiles = Map<string, string>;

const CHANGES = /^changes\/\d{4}-\d{2}\.jsonl$/;

const itemLines = (state: State): string =>
  stringifyLines(
    sortedIds(state).map((id) => {
      const { facts, present } = state.items.get(id)!;
      return { id, ...facts, present };
    }),
  );

/** The two files that say how things stand now. They follow from the changes, and prove them. */
const stateFiles = (state: State): [string, string][] => [
  ["items.jsonl", itemLines(state)],
  ["order.txt", state.order.map((id) => `${id}\n`).join("")],
];

/** Every file of a history; the same history always gives the same bytes. */
export const toFiles = (history: History): StoreFiles => {
  const files: StoreFiles = new Map(stateFiles(history.state));
  const months = new Map<string, Change[]>();
  let next = 0;
  for (const run of history.runs) {
    const changes = history.changes.slice(next, next + run.changes);
    next += run.changes;
    // By the month of the observation that recorded them, so that a past month's file is never written again.
    const month = `changes/${run.at.slice(0, 7)}.jsonl`;
    const list = months.get(month);
    // One by one: so many arguments as a first reading has changes would be too many.
    if (list) for (const change of changes) list.push(change);
    else if (changes.length > 0) months.set(month, [...changes]);
  }
  for (const [file, changes] of months) files.set(file, stringifyLines(changes));
  files.set("runs.jsonl", stringifyLines(history.runs));
  const names = stringifyLines(nameLines(history.names));
  if (names !== "") files.set("names.jsonl", names);
  return files;
};

/** Places of the changes in their files, to name a damaged one. */
const locate = (files: StoreFiles, index: number, folder: string): { file: string; line: number } => {
  let before = 0;
  for (const file of changeFiles(files)) {
    const lines = files.get(file)!.split("\n").length - 1;
    if (index < before + lines) return { file: `${folder}/${file}`, line: index - before + 1 };
    before += lines;
  }
  return { file: `${folder}/runs.jsonl`, line: 1 };
};

const changeFiles = (files: StoreFiles): string[] =>
  [...files.keys()].filter((file) => CHANGES.test(file)).sort();

/** Replays everything and says where it breaks. */
const replayAll = (history: Pick<History, "changes">, files: StoreFiles, folder: string): State => {
  const state = emptyState();
  // The order is read off once, at the end: each day's whole order would cost as much as everything else together.
  const order = orderChain();
  for (const [index, change] of history.changes.entries()) {
    try {
      if ("order" in change) order.apply(change.order);
      else applyChange(state, change);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new DamagedStore([{ ...locate(files, index, folder), reason: error.message }]);
    }
  }
  return { ...state, order: order.ids() };
};

/**
 * Reads a history back and proves it: replaying the changes must give the items and the order.
 * @throws DamagedStore naming every damaged line as file:line
 */
export const fromFiles = (files: StoreFiles, folder: string): History => {
  const damages: Damage[] = [];
  const read = <T>(file: string, check: (value: unknown) => string | null): T[] =>
    parseLines<T>({ text: files.get(file) ?? "", file: `${folder}/${file}`, check, damages });
  const runs = read<Run>("runs.jsonl", checkRun);
  const changes = changeFiles(files).flatMap((file) => read<Change>(file, checkChange));
  read("items.jsonl", checkItem);
  const names = fromNameLines(read("names.jsonl", checkName));
  for (const [index, run] of runs.entries()) {
    if (damages.length > 0 || run.run === index + 1) continue;
    damages.push({
      file: `${folder}/runs.jsonl`,
      line: index + 1,
      reason: `run ${run.run} stands where run ${index + 1} belongs`,
    });
  }
  if (damages.length > 0) throw new DamagedStore(damages);

  const counted = runs.reduce((total, run) => total + run.changes, 0);
  if (counted !== changes.length) {
    const reason = `the runs recorded ${counted} changes, and changes/ holds ${changes.length}`;
    throw new DamagedStore([{ file: `${folder}/runs.jsonl`, line: Math.max(1, runs.length), reason }]);
  }
  const state = replayAll({ changes }, files, folder);
  for (const [file, text] of stateFiles(state)) {
    const found = files.get(file) ?? "";
    if (found === text) continue;
    const lines = text.split("\n");
    const line = found.split("\n").findIndex((value, index) => value !== lines[index]) + 1;
    damages.push({
      file: `${folder}/${file}`,
      line: Math.max(1, line),
      reason: "differs from what the changes give",
    });
  }
  if (damages.length > 0) throw new DamagedStore(damages);
  return { runs, changes, state, names };
};
