import { describe, expect, test } from "vitest";
import { BOT } from "../../src/model/change.ts";
import {
  did,
  estimated,
  type Happening,
  measuredEvents,
  planned,
  type TrackedItem,
  tracked,
} from "../support/event-builder.ts";
import { type facts, finished, measured, ready, seen, teamConfig, unready } from "../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const DAY = 86_400_000;
const ago = (days: number): string =>
  new Date(Date.parse(NOW) - days * DAY).toISOString().replace(".000Z", "Z");
const aged = (days: number) => unready(null, { createdAt: ago(days) });
type Items = Record<string, ReturnType<typeof facts>>;
const age = (items: Items) => measured("item-age", { observations: [seen(NOW, { items })], asOf: NOW });

describe("item age", () => {
  test("is the median age of the Product Backlog now, in days with their fraction", () => {
    const result = age({
      A: aged(0.5),
      B: aged(11),
      C: aged(2.25),
      D: finished("2026-03-10", 5),
      E: ready(1, { category: "doing", status: "Doing", createdAt: ago(500) }),
    });
    expect(result).toMatchObject({
      state: "ok",
      value: 2.25,
      series: [],
      inputs: { items: 3 },
    });
    expect(result.explain[0]!.text).toBe("Half of 3 items in the Product Backlog are at most 2 days old.");
  });

  test("is parted at 7, 30, 90, 180 and 365 days, a bound being the older part's", () => {
    const days = [0, 6.9, 7, 29.9, 30, 89, 90, 179, 180, 364, 365, 2000];
    const items = Object.fromEntries(days.map((count, index) => [`A-${index}`, aged(count)]));
    expect(age(items).inputs).toMatchObject({
      items: 12,
      histogram: [2, 2, 2, 2, 2, 2],
      bounds: [7, 30, 90, 180, 365],
    });
  });

  test("leaves out of the ages what has no date of creation", () => {
    const result = age({ A: aged(4), B: unready(null, { createdAt: null }) });
    expect(result).toMatchObject({ value: 4, inputs: { items: 2, histogram: [1, 0, 0, 0, 0, 0] } });
  });

  test("goes by elapsed time, whatever the zone and its clocks", () => {
    const observations = [seen(NOW, { items: { A: aged(100) } })];
    const team = teamConfig({ timezone: "Pacific/Chatham" });
    expect(measured("item-age", { team, observations, asOf: NOW }).value).toBe(100);
  });
});

describe("untouched for 90 days", () => {
  const of = (looks: Record<string, Items>, asOf = NOW) => {
    const observations = Object.entries(looks).map(([at, items]) => seen(at, { items }));
    return measured("item-age", { observations, asOf }).inputs;
  };

  test("is the share that no observation saw change, as far back as there are any", () => {
    const first = { A: aged(200), B: aged(200), C: aged(200) };
    const inputs = of({
      [ago(100)]: first,
      [ago(40)]: { ...first, B: unready(3, { createdAt: ago(200) }), D: aged(60) },
      [NOW]: { ...first, B: unready(3, { createdAt: ago(200) }), D: aged(60) },
    });
    expect(inputs).toMatchObject({ items: 4, untouched90: 0.5, untouchedItems: 2 });
  });

  test("counts a change of what the ready rule does not ask for too", () => {
    const item = (blocked: boolean) => ({ A: unready(3, { createdAt: ago(200), blocked }) });
    const blockedAt = (days: number) =>
      of({ [ago(150)]: item(false), [ago(days)]: item(true), [NOW]: item(true) }).untouched90;
    expect([blockedAt(100), blockedAt(40)]).toEqual([1, 0]);
  });

  test("counts 90 days to the second", () => {
    const items = (estimate: number) => ({ A: unready(estimate, { createdAt: ago(200) }) });
    const changed = (days: number) =>
      of({ [ago(150)]: items(3), [ago(days)]: items(5), [NOW]: items(5) }).untouched90;
    expect([changed(90), changed(89.999)]).toEqual([1, 0]);
  });

  test("is unknown where the observations do not reach back so far, unless the items are younger", () => {
    expect(of({ [ago(30)]: { A: aged(200) }, [NOW]: { A: aged(200) } }).untouched90).toBeNull();
    expect(of({ [ago(30)]: { A: aged(80) }, [NOW]: { A: aged(80) } }).untouched90).toBe(0);
    // Its first look tells nothing of when it last changed.
    const dateless = { A: unready(3, { createdAt: null }), B: aged(1) };
    expect(of({ [ago(30)]: dateless, [NOW]: dateless }).untouched90).toBeNull();
  });

  test("takes neither crossing a sprint's border nor a first look for a change", () => {
    const item = unready(3, { createdAt: ago(200), sprint: "Sprint 2" });
    expect(of({ [ago(100)]: { A: item }, [NOW]: { A: item } }).untouched90).toBe(1);
    expect(of({ [ago(100)]: {}, [ago(10)]: { A: item }, [NOW]: { A: item } }).untouched90).toBe(1);
  });

  const events = (items: Record<string, TrackedItem>) =>
    measuredEvents("item-age", { items, reads: [NOW] }).inputs;
  const old = (...happened: Happening[]) => tracked(ago(300), ...happened);

  test("counts every event of a person, and none of a bot", () => {
    const inputs = events({
      A: old(did("comment", ago(20))),
      B: old(did("labels", ago(20), { by: BOT, set: { labels: ["stale"] } })),
      C: old(did("comment", ago(120))),
      D: old(estimated(ago(10), 3, BOT), did("comment", ago(10))),
      E: old(planned(ago(5), "Sprint 20", null)),
    });
    expect(inputs).toMatchObject({ items: 5, untouchedItems: 2, untouched90: 0.4 });
  });

  test.each([
    ["what a person says is a touch", [did("comment", ago(20))], 0],
    ["what a bot changes is none", [did("labels", ago(20), { by: BOT, set: { labels: ["stale"] } })], 1],
    ["a person beside a bot is one", [estimated(ago(10), 3, BOT), did("comment", ago(10))], 0],
    ["an assignment by nobody known is one", [planned(ago(5), "Sprint 20", null)], 0],
    ["90 days ago is long enough", [did("comment", ago(90))], 1],
    ["a moment less is not", [did("comment", ago(89.999))], 0],
  ])("counts one item: %s", (_, happened, untouched) => {
    const inputs = events({ A: old(...happened), Z: tracked(ago(1)) });
    expect(inputs).toMatchObject({ items: 2, untouchedItems: untouched });
  });

  test("is known where the first look was exactly 90 days ago", () => {
    const since = (days: number) =>
      of({ [ago(days)]: { A: aged(200) }, [NOW]: { A: aged(200) } }).untouched90;
    expect([since(90), since(89.999)]).toEqual([1, null]);
  });

  test("reaches back to the first item where events tell", () => {
    expect(events({ A: old(), B: tracked(ago(30)) })).toMatchObject({ untouched90: 0.5, items: 2 });
  });
});

describe("item age lacks data", () => {
  test("before anything was seen, and with nothing in the backlog", () => {
    expect(measured("item-age", { observations: [], asOf: NOW })).toMatchObject({
      state: "insufficient-data",
      reason: "no observation of the backlog yet",
      value: null,
      inputs: { items: null, histogram: null, untouched90: null },
    });
    expect(age({ A: finished("2026-03-10", 5) })).toMatchObject({
      state: "insufficient-data",
      reason: "the Product Backlog is empty",
      value: null,
      inputs: { items: 0, histogram: null, untouched90: null },
    });
  });

  test("where no item has a date", () => {
    expect(age({ A: unready(null, { createdAt: null }) })).toMatchObject({
      state: "insufficient-data",
      reason: "0 of 1 date of creation",
      value: null,
    });
  });

  test("where the source knows no dates", () => {
    const observations = [seen(NOW, { items: { A: unready(1) }, without: ["createdAt"] })];
    expect(measured("item-age", { observations, asOf: NOW })).toMatchObject({
      state: "not-applicable",
      inputs: { items: null, histogram: null, untouched90: null },
    });
  });
});
