import { describe, expect, test } from "vitest";
import { kitItems } from "../../src/components/sprint/kit-items.ts";
import { kitMarkdown } from "../../src/components/sprint/kit-markdown.ts";
import { kitNumbers } from "../../src/components/sprint/kit-numbers.ts";
import { sprintKit } from "../../src/components/sprint/sprint-kit.ts";
import { bareReport } from "./bare-report.ts";
import { hostileReport } from "./hostile-report.ts";
import { sampleReport } from "./sample-report.ts";

const SPRINT_7 = 6;

describe("the numbers of a sprint", () => {
  const numbers = kitNumbers(sampleReport(), "sprint-7", "sprint-6");
  const of = (id: string) => numbers.find((number) => number.id === id);

  test("stand beside those of the sprint before and what is usual", () => {
    expect(of("ready-depth")).toMatchObject({
      title: "Ready depth at the start, sprints",
      now: "1.9",
      before: "2.2",
      usual: "1.1 to 3.2",
      says: "within what is usual; below the band of 2 to 3",
      isSignal: false,
    });
    expect(of("refinement-effort")).toMatchObject({
      now: "7.5\u00a0%",
      before: "5.1\u00a0%",
      usual: "not known yet",
    });
  });

  test("say which are signals, and by which rule", () => {
    const signal = kitNumbers(sampleReport(), "sprint-3", "sprint-2").find(({ id }) => id === "ready-depth");
    expect(signal).toMatchObject({ before: "not known", says: "signal: outside the limits", isSignal: true });
  });

  test("are never rounded over the border of their band", () => {
    const report = sampleReport();
    const depth = report.metrics["ready-depth"];
    const series = depth.series.map((point) =>
      point.sprint === "sprint-7" ? { ...point, value: 1.98 } : point,
    );
    const near = { ...report, metrics: { ...report.metrics, "ready-depth": { ...depth, series } } };
    expect(kitNumbers(near, "sprint-7", undefined)[0]?.now).toBe("1.98");
  });

  test("leave out what has no value by sprint", () => {
    expect(of("readiness")).toBeUndefined();
  });
});

describe("the items of a sprint", () => {
  test("are told apart from lists that are empty and lists that are not known", () => {
    const items = kitItems(sampleReport(), "sprint-3");
    expect(items?.lists.map(({ id, items }) => `${id} ${items.length}`)).toEqual([
      "becameReady 4",
      "fellOut 1",
      "pulledUnready 2",
      "split 1",
      "arrived 9",
      "finished 5",
    ]);
    expect(items?.empty).toEqual(["came back from the sprint", "dropped", "reopened"]);
    expect(items?.unknown).toEqual(["went stale"]);
  });

  test("are not shown where the report has none", () => {
    expect(kitItems(bareReport(), "sprint-3")).toBeNull();
  });
});

describe("the kit", () => {
  const kit = sprintKit(sampleReport(), SPRINT_7);

  test("has neighbours, order with movers, effort with its quadrant, and its own questions only", () => {
    expect([kit.previous?.id, kit.next?.id, kit.ended]).toEqual(["sprint-6", "sprint-8", true]);
    expect(kit.order.sentence).toContain("40\u00a0% of the order");
    expect(kit.order.movers).toHaveLength(2);
    expect(kit.effort).toBe(
      "27 of 360 hours, 7.5\u00a0% of capacity, went into refinement. With what was ready at its end: under-invested.",
    );
    expect(kit.questions).toHaveLength(2);
  });

  test("has no movers of a sprint of which the report names none", () => {
    expect(sprintKit(sampleReport(), SPRINT_7 - 1).order.movers).toEqual([]);
  });

  test("of a bare team says what is not known", () => {
    const bare = sprintKit(bareReport(), SPRINT_7);
    expect(bare.order.sentence).toBe("How the order changed is not known for this sprint.");
    expect(bare.effort).toBe("Refinement effort is not known for this sprint.");
    expect(bare.bridge).toBeNull();
  });
});

describe("the kit as Markdown", () => {
  test("holds all of it", () => {
    const text = kitMarkdown(sprintKit(sampleReport(), SPRINT_7), {
      team: "Checkout",
      days: "6 to 19 April",
    });
    for (const part of [
      "# Checkout, Sprint 7",
      "| Ready depth at the start, sprints | 1.9 | 2.2 | 1.1 to 3.2 |",
      "- **Became ready (4)**: [SHOP-1](<https://tracker.example/browse/SHOP-1>) Item SHOP-1 of the worked example",
      "Item SHOP-2 of the worked example (lacked: acceptance criteria, too big)",
      "\n\n- [SHOP-D](<https://tracker.example/browse/SHOP-D>) Item SHOP-D of the worked example: 1 time, 3 places\n- SHOP-C: 1 time, 2 places\n",
      "1. Two items moved. What did we learn between the looks?",
    ])
      expect(text).toContain(part);
  });

  test("of hostile names and titles has no markup of theirs", () => {
    const report = hostileReport();
    const text = kitMarkdown(sprintKit(report, SPRINT_7), { team: report.team.name, days: "" });
    expect(text.replaceAll(/\\./gu, "").replaceAll(/\]\(<https:[^>]*>\)/gu, "")).not.toMatch(
      /<(?!https:)|javascript:.*\)/u,
    );
  });
});
