import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAddress, writeAddress } from "../../src/components/what-if/address.ts";
import { toggleWords } from "../../src/components/what-if/controls.ts";
import { type Outcome, outcomeOf } from "../../src/components/what-if/outcome.ts";
import { packPlan, unpackPlan } from "../../src/components/what-if/pack.ts";
import { asItIs, changed, type Setting, settle } from "../../src/components/what-if/setting.ts";
import { textOfTree } from "../../src/components/what-if/tree.ts";
import { PARTS } from "../../src/components/what-if/view/parts.ts";
import { depthWords, summary } from "../../src/components/what-if/view/words.ts";
import { samplePlan } from "./what-if-plan.ts";

const plan = samplePlan();
const withSetting = (overrides: Partial<Setting>): Outcome =>
  outcomeOf(plan, { ...asItIs(plan), ...overrides });
const ids = (items: readonly { id: string }[] | undefined): string =>
  items?.map(({ id }) => id).join("") ?? "";
const used = (name: string, value: string, checked = false): Setting =>
  changed(asItIs(plan), { name, value, checked }, plan);

describe("what a setting comes to", () => {
  test("is the worked example as it is", () => {
    const now = withSetting({});
    expect(now).toMatchObject({ velocity: 20, depth: 1.8, readySize: 36, fromTop: 0.65, effort: 7.5 });
    expect(now.shelves!.map(({ items }) => ids(items))).toEqual(["ABCD", "EF", "GH"]);
    expect(ids(now.agenda?.items)).toBe("CF");
    expect(now.firstUnready?.id).toBe("C");
  });

  test("with a velocity of one's own divides by it and fills the sprints with it", () => {
    const now = withSetting({ velocity: 15 });
    expect(now.depth).toBe(2.4);
    expect(now.shelves!.map(({ items }) => ids(items))).toEqual(["ABC", "DE", "FG"]);
    expect(ids(now.agenda?.items)).toBe("");
  });

  test("with a velocity of one's own keeps how differently sprints went", () => {
    const [from, to] = withSetting({ velocity: 40 }).interval!;
    const slow = outcomeOf(
      samplePlan({ finished: plan.finished.map((one) => [...one, ...one]) }),
      asItIs(plan),
    );
    expect([from, to]).toEqual(slow.interval);
    expect(to - from).toBeGreaterThan(0.05);
  });

  test("with the mean of more sprints takes those before too", () => {
    expect(withSetting({ sprints: 6 }).velocity).toBe(200 / 6);
    expect(withSetting({ sprints: 3 }).velocity).toBe(20);
  });

  test("with fewer people has a greater share of effort, and less velocity only where that is asked for", () => {
    expect(withSetting({ people: 3 })).toMatchObject({ effort: 15, capacity: 180, velocity: 20 });
    expect(withSetting({ people: 3, inProportion: true })).toMatchObject({ velocity: 10, depth: 3.6 });
    expect(withSetting({ people: 3, inProportion: true, velocity: 30 })).toMatchObject({ velocity: 15 });
  });

  test("with another band asks for more or less to be refined", () => {
    expect(ids(withSetting({ band: [2.5, 3] }).agenda?.items)).toBe("CFH");
    expect(ids(withSetting({ band: [1, 2] }).agenda?.items)).toBe("");
    expect(withSetting({ band: [3, 4] }).agenda).toBeNull();
  });

  test("without a check makes ready what failed that one alone", () => {
    expect(withSetting({ without: ["acceptanceCriteria"] })).toMatchObject({
      readySize: 39,
      fromTop: 39 / 20 - 0.25,
    });
    expect(withSetting({ without: ["acceptanceCriteria", "status"] }).readySize).toBe(55);
  });

  test("with a smaller largest size leaves out what is bigger, and never what has no estimate", () => {
    const now = withSetting({ maxSize: 5 });
    expect(now.readySize).toBe(15);
    expect(now.firstUnready).toMatchObject({ id: "B", failed: ["maxSize"] });
    expect(withSetting({ maxSize: null }).readySize).toBe(36);
  });

  test("tells for each check what the other way round would change", () => {
    expect(withSetting({}).toggles).toEqual({ acceptanceCriteria: 3 / 20, status: 8 / 20, maxSize: 0 });
    const now = withSetting({ without: ["status"], maxSize: 8 });
    expect(now.toggles).toEqual({ acceptanceCriteria: 11 / 20, status: -8 / 20, maxSize: 13 / 20 });
    expect(toggleWords(now, "status", false)).toBe("−0.4 with it");
    expect(toggleWords(now, "maxSize", true)).toBe("+0.7 without it");
  });

  test("beyond the calendar says so", () => {
    expect(withSetting({}).runsDry).toMatchObject({ p50: "2026-05-22", beyond: false });
    const late = withSetting({ velocity: 2 });
    expect(late.runsDry).toEqual({ p50: null, p85: null, beyond: true });
  });

  test("of a team without a velocity is what a tried one gives, without an interval", () => {
    const young = samplePlan({ finished: [[5], [8]], unit: "items" });
    expect(outcomeOf(young, asItIs(young))).toMatchObject({ depth: null, reason: "2 of 3 finished sprints" });
    const now = outcomeOf(young, { ...asItIs(young), velocity: 2 });
    expect(now).toMatchObject({ depth: 2.5, interval: null, runsDry: { p50: null } });
  });
});

describe("a control", () => {
  test("changes its own number and keeps it in range", () => {
    expect(used("velocity", "22").velocity).toBe(22);
    expect(used("velocity", "22,5").velocity).toBe(22.5);
    expect(used("velocity", "0").velocity).toBe(2);
    expect(used("velocity", "").velocity).toBeNull();
    expect(used("sprints", "99").sprints).toBe(6);
    expect(used("people", "6").people).toBeNull();
    expect(used("maxSize", "").maxSize).toBeNull();
    expect(used("check", "status").without).toEqual(["status"]);
    expect(used("check", "nonsense").without).toEqual([]);
  });

  test("moves the other end of the band along", () => {
    expect(used("lower", "4").band).toEqual([4, 4]);
    expect(used("upper", "1").band).toEqual([1, 1]);
  });

  test("of the mean takes back a velocity of one's own", () => {
    const tried = used("velocity", "22");
    expect(changed(tried, { name: "sprints", value: "3", checked: false }, plan)).toMatchObject({
      velocity: null,
      sprints: 3,
    });
  });
});

describe("the address", () => {
  const half = fc.integer({ min: 0, max: 60 }).map((value) => value / 2);
  const settings: fc.Arbitrary<Setting> = fc
    .record({
      velocity: fc.option(half),
      sprints: fc.integer({ min: 1, max: 9 }),
      people: fc.option(half),
      inProportion: fc.boolean(),
      band: fc.tuple(half, half),
      without: fc.subarray(["status", "acceptanceCriteria", "maxSize", "other"]),
      maxSize: fc.option(half),
    })
    .map((setting) => settle(setting, plan));

  test("brings every setting back", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        expect(readAddress(writeAddress(setting, plan), plan)).toEqual(setting);
      }),
      { seed: 7 },
    );
  });

  test("says nothing of what is as it is", () => {
    expect(writeAddress(asItIs(plan), plan)).toBe("");
    const setting = { ...asItIs(plan), velocity: 22, without: ["status"], band: [2, 4] } as const;
    expect(writeAddress(setting, plan)).toBe("?velocity=22&band=2-4&without=status");
  });

  test.each(["?velocity=x&band=3&people=&max=many&sprints=-", "?band=2-3-4&without=<script>", "?%"])(
    "of nonsense is as it is: %s",
    (search) => {
      expect(readAddress(search, plan)).toEqual(asItIs(plan));
    },
  );

  test("never asks for more than the page can compute", () => {
    expect(readAddress("?velocity=1e-300", plan).velocity).toBe(2);
    expect(readAddress("?velocity=1e300&people=1e9&band=9-1e9", plan)).toMatchObject({
      velocity: 200,
      people: 60,
    });
  });
});

describe("a plan in an attribute", () => {
  test("comes back as it was, but for the ids and names that are never shown", () => {
    expect(unpackPlan(packPlan(plan))).toEqual(plan);
    const loose = samplePlan({ ordered: null, ahead: null, finished: [[], [null, 0.5]] });
    expect(unpackPlan(packPlan(loose))).toEqual({
      ...loose,
      items: loose.items.map((item) => ({ ...item, id: "" })),
    });
  });

  test("keeps ids of any kind apart", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (names) => {
        const items = names.map((id) => ({ id: id.toWellFormed(), estimate: null, failed: [] }));
        const odd = samplePlan({ items, ordered: items.length });
        expect(unpackPlan(packPlan(odd)).items).toEqual(items);
      }),
      { seed: 7, numRuns: 30 },
    );
  });

  test("of 2,000 items stays small", () => {
    const items = Array.from({ length: 2000 }, (_, index) => ({
      id: `SHOP-${index}`,
      estimate: index % 7 === 0 ? null : index % 13,
      failed: index % 3 === 0 ? ["status", "acceptanceCriteria"] : [],
    }));
    expect(packPlan(samplePlan({ items, ordered: 2000 })).length).toBeLessThan(32_000);
  });
});

describe("what the page says", () => {
  const scene = (overrides: Partial<Setting>) => {
    const setting = { ...asItIs(plan), ...overrides };
    return { plan, setting, usual: withSetting({}), now: withSetting(overrides) };
  };
  const text = (part: keyof typeof PARTS, overrides: Partial<Setting>): string =>
    PARTS[part](scene(overrides)).map(textOfTree).join(" ").replaceAll("\u00a0", " ");

  test("sums up in one sentence", () => {
    expect(summary(scene({}))).toBe("1.8 sprints of work are ready. Below the band of 2 to 3.");
    expect(summary(scene({ velocity: 15 }))).toBe(
      "2.4 sprints of work are ready, 0.6 more than now. Within the band of 2 to 3.",
    );
    expect(summary(scene({ velocity: 36 }))).toBe(
      "1 sprint of work is ready, 0.8 fewer than now. Below the band of 2 to 3.",
    );
  });

  test("never rounds a depth over an end of the band", () => {
    expect(depthWords(1.96, [2, 3])).toBe("1.96");
    expect(depthWords(3.04, [2, 3])).toBe("3.04");
    expect(depthWords(2.04, [2, 3])).toBe("2");
  });

  test("shows what is as it is beside what has changed, and only there", () => {
    expect(text("facts", {})).not.toContain("as it is");
    expect(text("facts", { people: 3 })).toContain(
      "15 % of capacity: 27 of 180 person-hours in Sprint 7as it is: 7.5 % of capacity",
    );
    expect(text("depth", { velocity: 15 })).toContain("2.4 sprints as it is: 1.8");
  });

  test("names what to refine, with what it lacks and how long it takes", () => {
    expect(text("agenda", {})).toContain(
      "2 items, about 50 minutes at the usual pace, lift ready depth to 2.4 sprints.",
    );
    expect(text("agenda", {})).toContain("C – 3 points: acceptance criteria");
    expect(text("agenda", { velocity: 15 })).toBe("Nothing: 2 sprints are ready already.");
    expect(text("agenda", { band: [3, 4] })).toContain("would not lift ready depth to 3 sprints");
  });
});
