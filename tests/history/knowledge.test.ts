import { describe, expect, test } from "vitest";
import { knowledgeOf } from "../../src/history/knowledge.ts";
import type { Run } from "../../src/model/run.ts";
import type { Sprint } from "../../src/model/sprint.ts";
import { historyOf, SPRINTS } from "../support/history-builder.ts";
import { observe } from "../support/observation-builder.ts";
import { historyOfReads, itemRead, readAt, TOLD } from "../support/read-builder.ts";

const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

type Given = { asOf?: string; stageFields?: readonly "sprint"[]; sprints?: readonly Sprint[] };
const knowing = (runs: readonly Run[], given: Given = {}) =>
  knowledgeOf({
    runs,
    asOf: at(given.asOf ?? "2026-02-20"),
    sprints: given.sprints ?? SPRINTS,
    stageFields: given.stageFields ?? [],
  });

describe("of an export", () => {
  const { runs } = historyOf([observe("2026-01-20", { A: {} }, { fields: ["status"], order: ["A"] })]);
  const known = () => knowing(runs);

  test("a field is known from the first observation that has it", () => {
    expect([known().knows("status", at("2026-01-19")), known().knows("status", at("2026-01-20"))]).toEqual([
      false,
      true,
    ]);
    expect(known().knows("order", at("2026-01-20"))).toBe(true);
    expect(known().knows("estimate", at("2026-02-20"))).toBe(false);
  });

  test("a value is observed for one sprint, and a gap before and after", () => {
    const basis = ["2026-01-10", "2026-01-21", "2026-02-03", "2026-02-05"].map((day) =>
      known().basisAt(at(day), ["status"]),
    );
    expect(basis).toEqual(["gap", "observed", "observed", "gap"]);
  });

  test("what happened is covered up to the last observation", () => {
    expect([known().covers(at("2026-01-19")), known().covers(at("2026-01-21"))]).toEqual([true, false]);
    expect(known().toldUntil).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("of observations", () => {
  const [one, two] = [
    observe("2026-01-20", { A: {} }, { fields: ["status"] }),
    observe("2026-01-22", { A: {} }, { fields: ["status", "labels"] }),
  ];

  test("those after as-of say nothing, and one at as-of does", () => {
    const { runs } = historyOf([one, two]);
    const labels = (asOf: string) => knowing(runs, { asOf }).knows("labels", at("2026-01-25"));
    expect([labels("2026-01-21"), labels("2026-01-22")]).toEqual([false, true]);
    const before = knowing(runs, { asOf: "2026-01-19" });
    expect([before.isFresh(at("2026-01-21")), before.covers(at("2026-01-18"))]).toEqual([false, false]);
    expect(knowing(runs, { asOf: "2026-01-20" }).covers(at("2026-01-20"))).toBe(true);
  });

  test("a value needs all its fields, each from the first that has it", () => {
    const known = knowing(historyOf([one, two]).runs);
    const basis = (day: string) => known.basisAt(at(day), ["status", "labels"]);
    expect([basis("2026-01-21"), basis("2026-01-22")]).toEqual(["gap", "observed"]);
    expect(known.basisAt(at("2026-01-21"), ["status"])).toBe("observed");
  });

  test("one is fresh for as long as the last sprint that has ended, else as the running one", () => {
    const [first, second] = SPRINTS;
    const short = { ...first!, end: first!.start + 7 * 86_400_000 };
    const long = { ...second!, start: short.end };
    const fresh = (day: string, look: string) =>
      knowing(historyOf([observe(look, { A: {} })]).runs, { sprints: [short, long] }).isFresh(at(day));
    // The short sprint ends on 12 January.
    expect([fresh("2026-01-21", "2026-01-14"), fresh("2026-01-22", "2026-01-14")]).toEqual([true, false]);
    expect([fresh("2026-01-11", "2026-01-04"), fresh("2026-01-11", "2026-01-03")]).toEqual([true, false]);
  });

  test("none is fresh without a sprint", () => {
    expect(knowing(historyOf([one]).runs, { sprints: [] }).isFresh(at("2026-01-20"))).toBe(false);
  });
});

describe("of a tracker with events", () => {
  const read = readAt("2026-02-10", { "#1": itemRead("2026-01-05") });
  const { runs } = historyOfReads(read);

  test("the past is rebuilt up to the reading, as far as events tell it", () => {
    const known = knowing(runs);
    expect(known.basisAt(at("2026-01-06"), ["labels", "status"])).toBe("rebuilt");
    expect(known.basisAt(at("2026-01-06"), ["estimate"])).toBe("gap");
    expect(known.basisAt(at("2026-02-11"), ["labels"])).toBe("observed");
  });

  test("it is a gap where events do not tell where an item stands", () => {
    const told = { ...read.told, fields: TOLD.filter((field) => field !== "sprint") };
    const board = historyOfReads(readAt("2026-02-10", { "#1": itemRead("2026-01-05") }, { told })).runs;
    expect(knowing(board, { stageFields: ["sprint"] }).basisAt(at("2026-01-06"), ["labels"])).toBe("gap");
  });

  test("it is a gap for the status from when its events are missing", () => {
    const lost = runs.map((run) => ({ ...run, told: { ...run.told!, statusUntil: "2026-01-15T00:00:00Z" } }));
    const known = knowing(lost);
    expect(["2026-01-14", "2026-01-16"].map((day) => known.basisAt(at(day), ["status"]))).toEqual([
      "rebuilt",
      "gap",
    ]);
    expect(known.basisAt(at("2026-02-10"), ["status"])).toBe("observed");
    expect(known.basisAt(Date.parse("2026-01-15T00:00:00Z"), ["status"])).toBe("gap");
    expect(known.basisAt(at("2026-01-16"), ["labels"])).toBe("rebuilt");
  });

  test("nothing is rebuilt of a time after the reading", () => {
    const known = knowing(runs, { asOf: "2026-03-20" });
    expect(known.basisAt(at("2026-02-24"), ["labels"])).toBe("observed");
    expect(known.basisAt(at("2026-02-25"), ["labels"])).toBe("gap");
  });

  test("a reading after as-of tells what came before", () => {
    const known = knowing(runs, { asOf: "2026-01-20" });
    expect(known.toldUntil).toBe(at("2026-01-20"));
    expect([known.covers(at("2026-01-20")), known.covers(at("2026-01-20") + 1)]).toEqual([true, false]);
    expect(known.basisAt(at("2026-01-20"), ["labels"])).toBe("rebuilt");
  });
});
