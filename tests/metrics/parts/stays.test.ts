import { describe, expect, test } from "vitest";
import { readyItems } from "../../../src/metrics/parts/ready-spells.ts";
import { staysOf } from "../../../src/metrics/parts/stays.ts";
import { type Day, started, story } from "../../support/flow-story.ts";
import {
  backlogOf,
  facts,
  finished,
  ready,
  readyWhen,
  seen,
  type TeamInput,
  teamConfig,
  unready,
} from "../../support/team-builder.ts";

/** The places of item A through time, each with its day. */
const places = (input: TeamInput): string[] =>
  staysOf(backlogOf(input))
    .items.find(({ id }) => id === "A")!
    .stays.map(({ place, from }) => `${place} ${new Date(from).toISOString().slice(0, 10)}`);

/** When item A was ready, and since when: `from since`, with a + where it may have been so for longer. */
const spells = (input: TeamInput): string[] => {
  const day = (t: number): string => new Date(t).toISOString().slice(5, 10);
  const item = readyItems(backlogOf(input)).find(({ id }) => id === "A");
  return (item?.spells ?? []).map(
    ({ from, since, atLeast }) => `${day(from)} ${day(since)}${atLeast ? "+" : ""}`,
  );
};

const BEFORE: Day = ["2026-01-06", { A: unready(1) }];

describe("where an item is", () => {
  test("does not change with what else changes about it", () => {
    const days = story(
      BEFORE,
      ["2026-01-07", { A: unready(3) }],
      ["2026-01-08", { A: ready(3) }],
      ["2026-01-09", { A: ready(5) }],
      ["2026-01-12", { A: started() }],
      ["2026-01-13", { A: started({ estimate: 8 }) }],
      ["2026-01-15", { A: finished("2026-01-14", 8) }],
      ["2026-01-16", { A: finished("2026-01-14", 5, { labels: ["late"] }) }],
    );
    expect(places(days)).toEqual([
      "unjudged 2025-12-01",
      "unready 2026-01-06",
      "ready 2026-01-08",
      "sprint 2026-01-12",
      "finished 2026-01-14",
    ]);
  });

  test("is a new place when it was closed again, and the old one when it is only told in other words", () => {
    const done = (on: string, resolution = "Done") => ({ A: finished(on, 1, { resolution }) });
    expect(
      places(story(BEFORE, ["2026-01-08", done("2026-01-07")], ["2026-01-20", done("2026-01-16")])),
    ).toEqual(["unjudged 2025-12-01", "unready 2026-01-06", "finished 2026-01-07", "finished 2026-01-16"]);
  });

  test("stays the same when what is closed becomes a container", () => {
    const done = { A: finished("2026-01-07", 1) };
    const epic = { A: finished("2026-01-07", 1, { type: "Epic" }) };
    expect(places(story(BEFORE, ["2026-01-08", done], ["2026-01-20", epic]))).toEqual([
      "unjudged 2025-12-01",
      "unready 2026-01-06",
      "finished 2026-01-07",
    ]);
  });

  test("is nowhere while it is a container, and dropped when it becomes one", () => {
    const epic = { A: facts({ type: "Epic" }) };
    expect(
      places(story(["2026-01-06", epic], ["2026-01-08", { A: unready(1) }], ["2026-01-20", epic])),
    ).toEqual(["unready 2026-01-08", "dropped 2026-01-20"]);
  });

  test("is not judged before anybody could tell what is ready", () => {
    const team = teamConfig({ ready: readyWhen({ checks: ["description"] }) });
    const A = facts({ described: true });
    const observations = [
      seen("2026-01-06T12:00:00Z", { items: { A }, without: ["described"] }),
      seen("2026-01-08T12:00:00Z", { items: { A } }),
    ];
    const given = { team, observations, asOf: "2026-01-08T12:00:00Z" };
    expect(places(given)).toEqual(["unjudged 2025-12-01", "ready 2026-01-08"]);
    expect(spells(given)).toEqual(["01-08 01-08+"]);
  });

  test("is judged anew when the rule comes to ask for more, and by that rule from then on", () => {
    const team = teamConfig({ ready: null });
    const A = facts({ estimate: 3, described: false });
    const observations = [
      seen("2026-01-06T12:00:00Z", { items: { A }, without: ["described"] }),
      seen("2026-01-08T12:00:00Z", { items: { A: { ...A, estimate: 5 } } }),
      seen("2026-01-09T12:00:00Z", { items: { A: { ...A, estimate: 8 } } }),
      seen("2026-01-12T12:00:00Z", { items: { A: { ...A, estimate: 8, described: true } } }),
    ];
    expect(places({ team, observations, asOf: "2026-01-12T12:00:00Z" })).toEqual([
      "unjudged 2025-12-01",
      "ready 2026-01-06",
      "unready 2026-01-08",
      "ready 2026-01-12",
    ]);
  });
});

describe("an item is ready since", () => {
  const ready1 = { A: ready(1) };

  test("at least the first look, where that shows it ready", () => {
    expect(spells(story(["2026-01-06", ready1]))).toEqual(["01-06 01-06+"]);
    const atOnce = { A: ready(1, { createdAt: "2026-01-06T12:00:00Z" }) };
    expect(spells(story(["2026-01-06", atOnce]))).toEqual(["01-06 01-06+"]);
  });

  test("the look that shows it so after one that showed it not ready", () => {
    expect(spells(story(BEFORE, ["2026-01-08", ready1]))).toEqual(["01-08 01-08"]);
    const back: Day[] = [
      ["2026-01-09", { A: unready(1) }],
      ["2026-01-12", ready1],
    ];
    expect(spells(story(["2026-01-06", ready1], ...back))).toEqual(["01-06 01-06+", "01-12 01-12"]);
  });

  test("the look that shows it first, where it was created after another", () => {
    const born = { A: ready(1, { createdAt: "2026-01-07T09:00:00Z" }) };
    expect(spells(story(["2026-01-06", {}], ["2026-01-08", born]))).toEqual(["01-08 01-08"]);
  });

  test("its coming back, where it was created in a sprint after the first look", () => {
    const born = { A: started({ createdAt: "2026-01-08T12:00:00Z" }) };
    expect(spells(story(["2026-01-06", {}], ["2026-01-08", born], ["2026-01-12", ready1]))).toEqual([
      "01-12 01-12",
    ]);
  });

  test("at least the look at which readiness came to be known, also of what was created after the first", () => {
    const team = teamConfig({ ready: readyWhen({ checks: ["description"] }) });
    const A = facts({ described: true, createdAt: "2026-01-07T12:00:00Z" });
    const observations = [
      seen("2026-01-06T12:00:00Z", { items: {}, without: ["described"] }),
      seen("2026-01-08T12:00:00Z", { items: { A }, without: ["described"] }),
      seen("2026-01-09T12:00:00Z", { items: { A } }),
    ];
    expect(spells({ team, observations, asOf: "2026-01-09T12:00:00Z" })).toEqual(["01-09 01-09+"]);
  });

  test("before it was in a sprint, where it comes back unchanged", () => {
    const days = story(
      BEFORE,
      ["2026-01-08", ready1],
      ["2026-01-12", { A: started() }],
      ["2026-01-16", ready1],
    );
    expect(spells(days)).toEqual(["01-08 01-08", "01-16 01-08"]);
  });

  test("at least its coming back, where it was in a sprint at the first look", () => {
    expect(spells(story(["2026-01-06", { A: started() }], ["2026-01-12", ready1]))).toEqual(["01-12 01-12+"]);
    const between: Day = ["2026-01-08", { A: unready(1) }];
    expect(spells(story(["2026-01-06", { A: started() }], between, ["2026-01-12", ready1]))).toEqual([
      "01-12 01-12",
    ]);
  });
});
