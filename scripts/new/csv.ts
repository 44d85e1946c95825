import { camel, insertLast, insertSorted, type Kind, titled } from "./support/kind.ts";

const source = (id: string): string => `import { defineCsvFormat } from "../csv/define-csv-format.ts";

/** TODO: whose table this is, and what is peculiar about it. */
export const ${camel(id)} = defineCsvFormat({
  id: "${id}",
  title: "${titled(id)} as CSV",
  example: "${titled(id)} Key, ${titled(id)} Title, ${titled(id)} Status, Created, Closed, Points, Labels, Sprint",
  columns: {
    key: ["${titled(id)} Key"],
    title: ["${titled(id)} Title"],
    status: ["${titled(id)} Status"],
    created: ["Created"],
    resolved: ["Closed"],
    estimate: ["Points"],
    labels: ["Labels"],
    sprint: ["Sprint"],
  },
  // No other format may have all of these.
  needs: ["key", "title", "status"],
  keys: { form: /^\\d+$/, name: "item's key", like: "123" },
  // "rank" or "number" with a column \`rank\`, "rows" where the rows stand in the backlog's order, null for none.
  order: null,
  markup: "markdown",
});
`;

const fixture = (id: string): string =>
  `${titled(id)} Key,${titled(id)} Title,${titled(id)} Status,Created,Closed,Points,Labels,Sprint
1,Pay by card,Done,2026-01-05 10:00,2026-01-16 17:30,5,"Ready,web",Sprint 2
2,Refunds,Open,2026-01-06 13:05,,,,
`;

const unitTest = (id: string): string => `import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("${titled(id)} tells what its columns say", async () => {
  const { format, items, order, skipped } = await readFixture("${id}.csv");
  expect([format, order, skipped]).toEqual(["${id}", null, {}]);
  expect(filled(items.get("1"))).toEqual({
    status: "Done",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T16:30:00Z",
    estimate: 5,
    labels: ["Ready"],
    sprint: "Sprint 2",
  });
});
`;

const doc = (id: string): string => `# ${titled(id)}

## How to export

TODO: where one clicks, and what must be among the columns.

## Columns that are read

TODO

## What it cannot tell

TODO

## Limits

TODO
`;

/** A tracker's table as an export format. */
export const kind: Kind = {
  does: "an export format that is a table, by its column map",
  files: (id) => [
    { path: `src/sources/formats/${id}.ts`, text: source(id) },
    { path: `tests/sources/formats/${id}.test.ts`, text: unitTest(id) },
    { path: `tests/fixtures/exports/${id}.csv`, text: fixture(id) },
    { path: `src/docs/sources/${id}.md`, text: doc(id) },
  ],
  edits: (id) => [
    {
      path: "src/sources/registry.ts",
      edit: (text) =>
        insertLast(
          insertSorted(text, {
            line: `import { ${camel(id)} } from "./formats/${id}.ts";`,
            like: /^import \{ \w+ \} from "\.\/formats\//,
          }),
          { line: `  ${camel(id)},`, like: /^ {2}\w+,$/ },
        ),
    },
    {
      path: "src/config/export-formats.ts",
      edit: (text) => insertLast(text, { line: `  "${id}",`, like: /^ {2}"[a-z-]+",$/ }),
    },
  ],
  left: (id) => [
    `Write the headings of ${titled(id)} into src/sources/formats/${id}.ts, and a file as it exports it into the fixture.`,
    "npm run schema writes the new name into the JSON Schema; npm test says what is missing.",
  ],
};
