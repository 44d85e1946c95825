import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rebuild } from "../../src/history/rebuild.ts";
import { FIELDS } from "../../src/model/facts.ts";
import type { Observation } from "../../src/model/observation.ts";
import { ACCEPT, bytesOf, CAREFUL, historyOf } from "../support/history-builder.ts";
import { item } from "../support/item-builder.ts";
import { observe, same } from "../support/observation-builder.ts";
import { randomObservations } from "../support/random-observations.ts";

/** Random observations, some of which were recorded first; the others come later, whatever their instants. */
const inTwoParts = randomObservations({ min: 2, max: 7 }).chain((all) =>
  fc
    .subarray(all, { minLength: 1 })
    .map((first) => ({ all, first, later: all.filter((one) => !first.includes(one)) })),
);

describe("a rebuilt history", () => {
  test("is the one of recording in order, when older observations come later and the first files are gone", () => {
    fc.assert(
      fc.property(inTwoParts, ({ all, first, later }) => {
        expect(bytesOf(rebuild(historyOf(first), later, ACCEPT))).toEqual(bytesOf(historyOf(all)));
      }),
    );
  });

  test("is the one of recording in order, when all files are read again and some are held back", () => {
    fc.assert(
      fc.property(inTwoParts, ({ all, first }) => {
        const fresh = all.toReversed();
        expect(bytesOf(rebuild(historyOf(first, CAREFUL), fresh, CAREFUL))).toEqual(
          bytesOf(historyOf(all, CAREFUL)),
        );
      }),
    );
  });

  test("is the same when nothing new is read", () => {
    fc.assert(
      fc.property(randomObservations({ min: 1, max: 6 }), (all) => {
        const history = historyOf(all);
        expect(rebuild(history, [], ACCEPT)).toEqual(history);
      }),
    );
  });

  test("leaves the old one alone", () => {
    const old = historyOf([observe("2026-01-08", { A: { estimate: 1 } })]);
    const before = structuredClone(old);
    rebuild(old, [observe("2026-01-06", { A: { estimate: 2 } })], ACCEPT);
    expect(old).toEqual(before);
  });
});

describe("a file that is read again", () => {
  test("takes the place of what was known of it, at its new instant", () => {
    const old = historyOf([
      observe("2026-01-06", { A: { estimate: 1 } }),
      observe("2026-01-08", { A: { estimate: 2 } }),
    ]);
    const again = observe("2026-01-10", { A: { estimate: 3 } }, { source: "exports/2026-01-06.csv" });
    const { runs, state } = rebuild(old, [again], ACCEPT);
    expect(runs.map(({ run, source }) => `${run} ${source}`)).toEqual([
      "1 exports/2026-01-08.csv",
      "2 exports/2026-01-06.csv",
    ]);
    expect(state.items.get("A")!.facts.estimate).toBe(3);
  });

  test("takes back what it alone told, also of files that are gone and lack its columns", () => {
    const first = observe("2026-01-06", { A: { estimate: 5, status: "New" } });
    const second = observe("2026-01-08", { A: { status: "New" } }, { fields: ["status"] });
    const withoutA = observe("2026-01-06", { B: { estimate: 2 } });
    const { state } = rebuild(historyOf([first, second]), [withoutA], ACCEPT);
    expect(state.items.get("A")).toEqual({ facts: item({ status: "New" }), present: true });
  });
});

describe("a file that is no longer there", () => {
  const five = same(["A", "B", "C", "D", "E"], { category: "todo" });
  const first = observe("2026-01-06", five);
  const shrunk = observe("2026-01-08", { A: { category: "todo" } });
  const older = observe("2026-01-04", five);

  const statesOf = (observations: readonly Observation[], fresh: readonly Observation[], options = CAREFUL) =>
    rebuild(historyOf(observations, options), fresh, CAREFUL).runs.map(
      ({ run, source, state }) => `${run} ${source} ${state}`,
    );

  test("is kept, with all it told", () => {
    const { runs, state } = rebuild(
      historyOf([first]),
      [observe("2026-01-08", five, { fields: FIELDS })],
      ACCEPT,
    );
    expect(runs.map((run) => run.source)).toEqual(["exports/2026-01-06.csv", "exports/2026-01-08.csv"]);
    expect(state.items.size).toBe(5);
  });

  test("stays held back, under its new number", () => {
    expect(statesOf([first, shrunk], [older])).toEqual([
      "1 exports/2026-01-04.csv accepted",
      "2 exports/2026-01-06.csv accepted",
      "3 exports/2026-01-08.csv held",
    ]);
  });

  test("stays accepted when its shrinking was accepted", () => {
    expect(statesOf([first, shrunk], [older], ACCEPT)).toEqual([
      "1 exports/2026-01-04.csv accepted",
      "2 exports/2026-01-06.csv accepted",
      "3 exports/2026-01-08.csv accepted",
    ]);
  });
});
