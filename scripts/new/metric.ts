import { camel, insertLast, insertSorted, type Kind, titled } from "./support/kind.ts";

const source = (id: string): string => `import { begunSprints } from "../history/backlog.ts";
import { defineMetric, type Point } from "./define.ts";

/** TODO: the question in one sentence, the formula, and where it is defined. */
export const ${camel(id)} = defineMetric({
  id: "${id}",
  title: "${titled(id)}",
  unit: "items",
  question: "TODO: how many items wait in the Product Backlog?",
  // Fields without which it means nothing: the source that cannot know one makes it not applicable, by name.
  needs: [],
  chart: "line",
  columns: [],
  // For natural limits: the least value there can be, and whether a point is whole when its sprint begins.
  process: { minimum: 0, wholeAtStart: true },
  band: () => null,
  measure: (backlog) => {
    const series = begunSprints(backlog).map((sprint): Point => {
      const basis = backlog.basisAt(sprint.start, []);
      return {
        sprint: sprint.id,
        at: sprint.start,
        // Unknown is null with basis gap, never 0.
        value: basis === "gap" ? null : backlog.productBacklog(sprint.start).length,
        basis,
        running: sprint.end > backlog.asOf,
        more: {},
      };
    });
    const value = backlog.isKnown ? backlog.productBacklog(backlog.asOf).length : null;
    return {
      state: value === null ? "insufficient-data" : "ok",
      reason: value === null ? "no observation of the backlog yet" : null,
      value,
      interval: null,
      series,
      inputs: {},
      extra: {},
      explain: [],
    };
  },
});
`;

const unitTest = (id: string): string => `import { describe, expect, test } from "vitest";
import { measured, pointOf, seen, unready } from "../support/team-builder.ts";

const ID = "${id}";
/** Two items, seen on the day before the first sprint. */
const observations = [seen("2026-01-04T12:00:00Z", { items: { A: unready(1), B: unready(2) } })];

describe(ID, () => {
  test("is TODO: a value that was worked out by hand", () => {
    const result = measured(ID, { observations, asOf: "2026-01-06T12:00:00Z" });
    expect(result).toMatchObject({ state: "ok", reason: null, value: 2 });
  });

  test("has a point at the start of each begun sprint, and a gap where nobody looked for longer than one", () => {
    const result = measured(ID, { observations, asOf: "2026-01-30T12:00:00Z" });
    expect(pointOf(result, "sprint-1")).toMatchObject({ value: 2, basis: "observed" });
    expect(pointOf(result, "sprint-2")).toMatchObject({ value: null, basis: "gap", running: true });
  });

  test("is unknown, not 0, before the first observation", () => {
    const result = measured(ID, { observations: [], asOf: "2026-01-30T12:00:00Z" });
    expect(result).toMatchObject({ state: "insufficient-data", value: null });
  });
});
`;

const doc = (id: string): string => `# ${titled(id)}

## Question

TODO

## Formula

TODO: exact enough to be worked out by hand from what the page shows.

## How to read it

TODO

## Limits

TODO: what it cannot tell, and what makes it look better or worse than things are.

## Sources

TODO
`;

/** A metric: its card, page, chart, table and download follow by themselves. */
export const kind: Kind = {
  does: "a metric, with a card, a page, a chart, a table and a download of its own",
  files: (id) => [
    { path: `src/metrics/${id}.ts`, text: source(id) },
    { path: `tests/metrics/${id}.test.ts`, text: unitTest(id) },
    { path: `src/docs/${id}.md`, text: doc(id) },
  ],
  edits: (id) => [
    {
      path: "src/metrics/registry.ts",
      edit: (text) =>
        insertLast(
          insertSorted(text, {
            line: `import { ${camel(id)} } from "./${id}.ts";`,
            like: /^import \{ \w+ \} from "\.\//,
          }),
          { line: `  ${camel(id)},`, like: /^ {2}\w+,$/ },
        ),
    },
  ],
  left: (id) => [
    `Write the definition into src/docs/${id}.md, then measure it in src/metrics/${id}.ts; its test shows what is asked of every metric.`,
    "npx vitest run tests/report/golden.test.ts -u renews the report that all metrics make together.",
  ],
};
