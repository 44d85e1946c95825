import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyHistory, record } from "../../../src/history/record.ts";
import { isEvent } from "../../../src/model/change.ts";
import { documents } from "../../../src/sources/registry.ts";
import { SourceError } from "../../../src/sources/source-error.ts";
import { ACCEPT } from "../../support/history-builder.ts";
import { FIXTURES } from "../formats/read-fixture.ts";
import { readValue } from "./document-file.ts";

const originals = documents.map(({ id }) => readFileSync(join(FIXTURES, `${id}.json`), "utf8"));

/** What may stand anywhere in a document in place of what should. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    1e308,
    "",
    "\u202e",
    "<script>",
    "__proto__",
    "constructor",
    [],
    {},
    [null],
    [[]],
  ),
  fc.constantFrom<unknown>(
    "12/34/5678",
    "2026-02-30T00:00:00Z",
    "=cmd()",
    "0|i",
    "NaN",
    { nodes: null },
    { name: {} },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

type Spot = { at: (string | number)[]; last: string | number };

/** Every place of a value. */
const spotsOf = (value: unknown, at: (string | number)[] = []): Spot[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    { at, last: key },
    ...spotsOf(child, [...at, key]),
  ]);
};

const spots = originals.map((text) => spotsOf(JSON.parse(text)));

const parentAt = (value: unknown, at: Spot["at"]): Record<string, unknown> | null =>
  at.reduce<unknown>(
    (found, key) => (found as Record<string, unknown> | null)?.[key as string],
    value,
  ) as Record<string, unknown> | null;

/** A document with some of its values gone, replaced or doubled. */
const damaged = fc
  .record({
    which: fc.nat({ max: originals.length - 1 }),
    changes: fc.array(
      fc.record({ spot: fc.nat(), put: strange, how: fc.constantFrom("put", "drop", "double") }),
      { maxLength: 8 },
    ),
  })
  .map(({ which, changes }) => {
    const value: unknown = JSON.parse(originals[which]!);
    for (const { spot, put, how } of changes) {
      const { at, last } = spots[which]![spot % spots[which]!.length]!;
      const parent = parentAt(value, at);
      if (typeof parent !== "object" || parent === null) continue;
      if (Array.isArray(parent) && how === "double") parent.push(parent[Number(last)]);
      else if (how === "drop" && !Array.isArray(parent)) delete parent[last as string];
      else parent[last as string] = structuredClone(put);
    }
    return value;
  });

/** Reads what may be damaged: whole and accounted for, or refused by name. */
const outcome = async (value: unknown): Promise<"read" | "refused"> => {
  try {
    const result = await readValue(value, { titles: true, readyLabels: ["Ready"] });
    const { items, rows, skipped, order, past, problems } = result;
    expect(items.size + Object.values(skipped).reduce((a, b) => a + b, 0)).toBe(rows);
    expect(
      order === null || (new Set(order).size === order.length && order.every((id) => items.has(id))),
    ).toBe(true);
    for (const { where } of problems) expect(where).toMatch(/^exports\/a\.json:\d+$/);
    for (const [id, { arrivedAt, events }] of past?.items ?? []) {
      expect(items.has(id)).toBe(true);
      for (const { at } of events) expect(at >= arrivedAt && !Number.isNaN(Date.parse(at))).toBe(true);
    }
    const history = emptyHistory();
    const file = { source: "exports/a.json", sha256: "", settings: "", findings: [] };
    for (const at of ["2026-01-15T00:00:00Z", "2026-02-01T00:00:00Z"])
      record(history, { ...result, ...file, at }, ACCEPT);
    expect([...history.state.items.keys()].sort()).toEqual([...items.keys()].sort());
    const events = history.changes.flatMap((change) =>
      isEvent(change) ? [`${change.id} ${change.event}`] : [],
    );
    expect(new Set(events).size).toBe(events.length);
    return "read";
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    expect(error.message).toMatch(/^exports\/a\.json:\d+ › \S/);
    return "refused";
  }
};

test("a document with any of its values gone, replaced or doubled is read or refused by name", async () => {
  const counts = { read: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(damaged, async (value) => {
      counts[await outcome(value)] += 1;
    }),
    { seed: 7, numRuns: 1500 },
  );
  expect(counts.read).toBeGreaterThan(300);
});

test("a document that was cut off anywhere is refused, and never half read", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: originals.length - 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (which, share) => {
        const text = originals[which]!.trimEnd();
        const length = Math.floor(share * text.length);
        if (length === text.length) return;
        expect(await outcome(text.slice(0, length))).toBe("refused");
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

test("a thousand actions and four thousand issues are read whole", async () => {
  const { issues, ...rest } = JSON.parse(originals[documents.findIndex(({ id }) => id === "jira-json")]!);
  const many = Array.from({ length: 4000 }, (_, index) => ({
    ...issues[index % issues.length],
    key: `SHOP-${index + 1}`,
    id: String(index + 1),
  }));
  const { items, past } = await readValue({ ...rest, total: 4000, issues: many });
  expect([items.size, past!.items.size]).toEqual([4000, 4000]);
});
