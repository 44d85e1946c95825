import { expect, test } from "vitest";
import { filled, readFixture } from "./read-fixture.ts";

test("Redmine's list is read in German, by semicolons, in the code page of Windows and with a decimal comma", async () => {
  const { format, items, order } = await readFixture("redmine.csv", { titles: true });
  expect([format, order]).toEqual(["redmine", null]);
  expect(filled(items.get("12"))).toEqual({
    title: "Zahlen mit Karte",
    type: "Feature",
    status: "Geschlossen",
    createdAt: "2026-01-05T09:00:00Z",
    resolvedAt: "2026-01-16T16:30:00Z",
    estimate: 2.5,
    labels: [],
    sprint: "Sprint 2",
    acceptanceCriteria: true,
    described: true,
    parent: "9",
  });
  expect(items.get("13")).toMatchObject({ title: "Rückgabe", status: "Neu", parent: null });
});
