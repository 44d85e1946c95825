import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { record } from "../../src/history/record.ts";
import { replay } from "../../src/history/replay.ts";
import { fromFiles, toFiles } from "../../src/history/store-files.ts";
import type { Facts, Field } from "../../src/model/facts.ts";
import { FIELDS } from "../../src/model/facts.ts";
import type { Observation } from "../../src/model/observation.ts";
import { ACCEPT, CAREFUL, historyOf } from "../support/history-builder.ts";
import { item } from "../support/item-builder.ts";
import { randomObservations } from "../support/random-observations.ts";

/** The last value that a column told, field by field; the category only while the status has not changed since. */
const lastTold = (observations: readonly Observation[], id: string): Facts => {
  const seen = observations.filter((one) => one.items.has(id));
  const told = (field: Field, upTo = seen.length): { value: Facts[Field]; index: number } => {
    const index = seen.findLastIndex((one, place) => place < upTo && one.fields.includes(field));
    return { value: seen[index]?.items.get(id)?.[field] ?? null, index };
  };
  const facts = Object.fromEntries(FIELDS.map((field) => [field, told(field).value])) as Facts;
  const since = told("category").index;
  const statuses = seen.map((_, place) => told("status", place + 1).value);
  const changed = statuses.some(
    (status, place) => place > Math.max(since, 0) && status !== statuses[place - 1],
  );
  return item(changed ? { ...facts, category: null, categoryAt: null } : facts);
};

const naively = (observations: readonly Observation[]) => {
  const ids = new Set(observations.flatMap((one) => [...one.items.keys()]));
  return {
    items: new Map(
      [...ids].map((id) => [
        id,
        { facts: lastTold(observations, id), present: observations.at(-1)!.items.has(id) },
      ]),
    ),
    order: observations.findLast((one) => one.order !== null)?.order ?? [],
  };
};

describe("replaying the changes of any observations", () => {
  test("gives what is known after each of them", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 7 }), (observations) => {
        const history = historyOf(observations);
        let count = 0;
        for (const { state } of replay(history.runs, history.changes)) {
          count += 1;
          expect(state).toEqual(naively(observations.slice(0, count)));
        }
        expect(count).toBe(observations.length);
        expect(history.state).toEqual(naively(observations));
      }),
    );
  });

  test("gives what the accepted ones tell, where some are held back", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 7 }), (observations) => {
        const history = historyOf(observations, CAREFUL);
        const accepted = observations.filter((_, index) => history.runs[index]!.state === "accepted");
        expect(history.state).toEqual(naively(accepted));
      }),
    );
  });

  test("is not changed by going through the files", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 6 }), (observations) => {
        const history = historyOf(observations, CAREFUL);
        expect(fromFiles(toFiles(history), "store")).toEqual(history);
      }),
    );
  });

  test("hands each run its own changes", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 6 }), (observations) => {
        const { runs, changes } = historyOf(observations);
        for (const { run, changes: own } of replay(runs, changes)) {
          expect(own.every((change) => change.run === run.run && change.at === run.at)).toBe(true);
        }
      }),
    );
  });
});

test("the same observation again changes nothing but the runs", () => {
  fc.assert(
    fc.property(randomObservations({ min: 1, max: 5 }), (observations) => {
      const history = historyOf(observations);
      const before = structuredClone(history);
      const again = { ...observations.at(-1)!, at: "2026-12-01T12:00:00Z", source: "exports/again.csv" };
      record(history, again, ACCEPT);
      expect(history.runs.at(-1)!.changes).toBe(0);
      expect([history.changes, history.state]).toEqual([before.changes, before.state]);
    }),
  );
});

test("a change that cannot follow is refused", () => {
  const { runs, changes } = historyOf([]);
  const run = { run: 1, changes: 1 } as (typeof runs)[number];
  const at = "2026-01-08T12:00:00Z";
  const walk = (change: (typeof changes)[number]) => [...replay([run], [change])];
  expect(() => walk({ run: 1, at, id: "A", gone: true })).toThrow("A changes before it arrived");
  expect(() => walk({ run: 1, at, id: "A", set: { estimate: 1 } })).toThrow("A changes before it arrived");
  const twice = { run: 1, at, id: "A", new: item() };
  expect(() => [...replay([{ ...run, changes: 2 }], [twice, twice])]).toThrow("A arrives a second time");
});
