import { describe, expect, test } from "vitest";
import {
  cadence,
  facts,
  finished,
  finishing,
  ready,
  reportOf,
  seen,
  type TeamInput,
  teamConfig,
} from "../support/team-builder.ts";

const NOW = "2026-03-16T12:00:00Z";
const quality = (input: Partial<TeamInput> & Pick<TeamInput, "observations">) =>
  reportOf({ asOf: NOW, ...input }).quality;
const finding = (id: string, list: ReturnType<typeof quality>) => list.find((one) => one.id === id);

describe("quality findings", () => {
  test("name sprints that the configuration does not have", () => {
    const items = {
      A: ready(5, { sprint: "Board Sprint 6" }),
      B: ready(5, { sprint: "Board Sprint 6" }),
      C: ready(5, { sprint: "sprint 6" }),
    };
    const observations = [seen(NOW, { items })];
    expect(finding("sprint-unknown", quality({ observations }))).toMatchInlineSnapshot(`
      {
        "count": 2,
        "id": "sprint-unknown",
        "level": "warning",
        "text": "2 items name a sprint that team.yaml does not have: “Board Sprint 6”. Name the sprints alike, or set sprints.match.",
        "where": [],
      }
    `);
    const team = teamConfig({ sprints: cadence({ match: "Board Sprint {n}" }) });
    expect(finding("sprint-unknown", quality({ team, observations }))?.count).toBe(1);
  });

  test("name open statuses that have neither a category nor a mapping", () => {
    const items = {
      A: facts({ status: "Waiting", category: null }),
      B: facts({ status: "Ready", category: null }),
      C: facts({ status: "Doing", category: null }),
      D: facts({ status: "Waiting", category: "todo" }),
      E: facts({ status: "Closed", category: null, resolution: "Done" }),
      F: facts({ status: "Parked", category: null }),
    };
    const team = teamConfig({ statuses: { started: ["doing"], finished: [], dropped: [] } });
    expect(
      finding("status-unmapped", quality({ team, observations: [seen(NOW, { items })] })),
    ).toMatchInlineSnapshot(`
      {
        "count": 2,
        "id": "status-unmapped",
        "level": "warning",
        "text": "2 open items have a status without a category: “Waiting”, “Parked”. Say under statuses which are started, finished or dropped.",
        "where": [],
      }
    `);
  });

  test("count rows of types that are no items", () => {
    const items = { A: ready(5), B: facts({ type: "Epic" }), C: facts({ type: "Sub-task" }) };
    const list = quality({ observations: [seen(NOW, { items, source: "exports/a.csv" })] });
    expect(finding("row-type-ignored", list)).toMatchInlineSnapshot(`
      {
        "count": 2,
        "id": "row-type-ignored",
        "level": "info",
        "text": "2 rows are of a type that is no backlog item, such as an epic or a sub-task.",
        "where": [
          "exports/a.csv",
        ],
      }
    `);
  });

  test("name an observation that is held back, and no number rests on it", () => {
    const full = Object.fromEntries([..."ABCDE"].map((id) => [id, ready(5)]));
    const { A, B, C } = full as Record<string, ReturnType<typeof ready>>;
    const observations = [
      seen("2026-03-10T12:00:00Z", { items: full, source: "exports/full.csv" }),
      seen("2026-03-12T12:00:00Z", { items: { A: A!, B: B!, C: C! }, source: "exports/filtered.csv" }),
    ];
    const report = reportOf({ observations, asOf: NOW });
    expect(report.quality[0]).toMatchInlineSnapshot(`
      {
        "count": 2,
        "id": "observation-held",
        "level": "warning",
        "text": "exports/filtered.csv is held back: 2 of 5 open items are missing from it, as from a filtered export. Take it with --accept-shrink if they are really gone.",
        "where": [
          "exports/filtered.csv",
        ],
      }
    `);
    expect(report.observations.map(({ source }) => source)).toEqual(["exports/full.csv"]);
    expect(report.dataAsOf).toBe("2026-03-10T12:00:00Z");
  });

  test("tell how to take a look of a tracker that shows nothing any more, unlike a file without an item", () => {
    const none = { items: {}, source: "acme/shop" };
    const observations = [
      seen("2026-03-10T12:00:00Z", { items: { A: ready(5) } }),
      seen("2026-03-12T12:00:00Z", none),
    ];
    const told = (more: object) =>
      reportOf({ observations: [observations[0]!, { ...observations[1]!, ...more }], asOf: NOW }).quality[0]!
        .text;
    expect(told({})).toContain("Take it with --accept-shrink");
    const finding = { id: "export-empty", count: 1, first: [] };
    expect(told({ empty: true, findings: [finding] })).toContain("it holds no item");
  });

  test("take an observation that misses exactly a fifth", () => {
    const full = Object.fromEntries([..."ABCDE"].map((id) => [id, ready(5)]));
    const { E, ...rest } = full;
    const observations = [
      seen("2026-03-10T12:00:00Z", { items: full }),
      seen("2026-03-12T12:00:00Z", { items: rest }),
    ];
    expect(reportOf({ observations, asOf: NOW }).observations).toHaveLength(2);
  });

  test("count what was finished without a date, and between sprints", () => {
    const items = {
      A: finished("2026-01-12", 5, { resolvedAt: null }),
      B: finished("2025-12-12", 5),
      C: finished("2026-01-12", 5),
    };
    const list = quality({ observations: [seen(NOW, { items })] });
    expect([
      finding("finished-undated", list)?.count,
      finding("finished-between-sprints", list)?.count,
    ]).toEqual([1, 1]);
  });

  test("count items of the Product Backlog without an estimate", () => {
    const items = {
      ...finishing([1, 1, 1]),
      A: ready(null),
      B: ready(5),
      C: ready(null, { category: "doing", status: "Doing" }),
    };
    expect(finding("estimate-missing", quality({ observations: [seen(NOW, { items })] }))?.count).toBe(1);
  });

  test("gather what reading the files and the log found: all counted, the first placed", () => {
    const places = Array.from({ length: 20 }, (_, line) => ({
      where: `exports/a.csv:${line + 2}`,
      text: "every cell is empty",
    }));
    const observations = [
      seen("2026-03-10T12:00:00Z", {
        items: { A: ready(5) },
        findings: [{ id: "row-blank", count: 30, first: places }],
      }),
      seen(NOW, {
        items: { A: ready(5) },
        findings: [{ id: "row-blank", count: 2, first: places.slice(0, 2) }],
      }),
    ];
    const findings = [
      {
        id: "session-unreadable",
        count: 1,
        first: [{ where: "refinement/sessions.csv:3", text: "no readable date" }],
      },
    ];
    const list = quality({ observations, findings });
    expect(finding("row-blank", list)).toMatchObject({ count: 32, level: "warning" });
    expect(finding("row-blank", list)?.where).toHaveLength(20);
    expect(finding("row-blank", list)?.text).toBe("Empty rows, skipped: 32 (every cell is empty).");
    expect(finding("session-unreadable", list)).toMatchObject({
      count: 1,
      where: ["refinement/sessions.csv:3"],
    });
  });

  test("are none of a clean history", () => {
    expect(
      quality({ observations: [seen(NOW, { items: { ...finishing([1, 1, 1]), A: ready(5) } })] }),
    ).toEqual([]);
  });

  test("show hostile names made visible and cut", () => {
    const sprint = `\u202E\u001b[31m${"x".repeat(80)}`;
    const { text } = finding(
      "sprint-unknown",
      quality({ observations: [seen(NOW, { items: { A: ready(5, { sprint }) } })] }),
    )!;
    expect(text).toContain("“\\u202e\\u001b[31m");
    expect(text).not.toContain("x".repeat(41));
  });

  test("agree in number with what they count", () => {
    const one = quality({
      observations: [
        seen(NOW, { items: { A: ready(null, { sprint: "Elsewhere" }), B: facts({ type: "Epic" }) } }),
      ],
    });
    expect(finding("estimate-missing", one)?.text).toBe("1 item in the Product Backlog has no estimate.");
    expect(finding("sprint-unknown", one)?.text).toMatch(/^1 item names a sprint/);
    expect(finding("row-type-ignored", one)?.text).toMatch(/^1 row is of a type that is no backlog item/);
  });
});
