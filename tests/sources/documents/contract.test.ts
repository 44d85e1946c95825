import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDocument } from "../../../src/sources/documents/open-document.ts";
import { documents } from "../../../src/sources/registry.ts";
import { FIXTURES, readFixture } from "../formats/read-fixture.ts";
import { foldEvents } from "./fold-events.ts";

const fixtureOf = (id: string): string => readdirSync(FIXTURES).find((name) => name.startsWith(`${id}.`))!;

describe.each(documents)("the document $id", ({ id, provides }) => {
  test("is recognised, and by nothing else", () => {
    const document = openDocument(readFileSync(join(FIXTURES, fixtureOf(id))), id);
    expect(documents.filter((one) => one.recognises(document)).map((one) => one.id)).toEqual([id]);
  });

  test("is read to the fields that it declares, with every row accounted for", async () => {
    for (const format of ["auto", id]) {
      const {
        format: found,
        items,
        order,
        rows,
        skipped,
        ...result
      } = await readFixture(fixtureOf(id), { titles: true }, format);
      expect(found).toBe(id);
      expect([...result.fields, ...result.assumed].filter((field) => !provides.includes(field))).toEqual([]);
      expect(order === null || provides.includes("order")).toBe(true);
      expect(order?.filter((one) => !items.has(one)) ?? []).toEqual([]);
      expect(items.size + Object.values(skipped).reduce((a, b) => a + b, 0)).toBe(rows);
      for (const facts of items.values()) {
        const told = Object.entries(facts).filter(([, value]) => value !== null);
        expect(
          told.map(([field]) => field).filter((field) => !result.fields.includes(field as never)),
        ).toEqual([]);
      }
    }
  });

  test("tells a past that leads to the present, in the order of its instants, each event once", async () => {
    const { past, items, fields } = await readFixture(fixtureOf(id), { titles: true });
    if (past === undefined) return;
    const told = past.told.filter((field) => fields.includes(field));
    const seen: string[] = [];
    for (const [one, own] of past.items) {
      const then = foldEvents(own);
      for (const field of told.filter((name) => name !== "blocked"))
        expect([one, field, then[field]]).toEqual([one, field, items.get(one)![field]]);
      const instants = own.events.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted());
      expect(
        instants.every((at) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(at) && at >= own.arrivedAt),
      ).toBe(true);
      seen.push(...own.events.map(({ event }) => event));
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("is refused by name where another format is asked for", async () => {
    const other = documents.find((one) => one.id !== id)!.id;
    await expect(readFixture(fixtureOf(id), {}, other)).rejects.toThrow(
      `Say source.exports.format: auto or ${id}`,
    );
  });
});
