import { expect, test } from "vitest";
import { readText } from "../jira/jira-file.ts";
import { filled, readFixture } from "./read-fixture.ts";

test("Trello's larger export tells cards by their ids, labels without colours and what is archived", async () => {
  const { format, items, order } = await readFixture("trello.csv");
  expect(format).toBe("trello");
  const ids = [1, 2, 3].map((number) => `65f0aa00000000000000000${number}`);
  expect(order).toEqual(ids);
  expect(filled(items.get(ids[0]!))).toEqual({
    status: "Next",
    labels: ["Ready"],
    acceptanceCriteria: true,
    described: true,
  });
  expect(items.get(ids[2]!)).toMatchObject({ category: "done", resolution: "Archived" });
});

test("Trello's smaller export has no ids, and its cards are known by a number that does not tell their names", async () => {
  const text =
    '"Card Name","Board Name","List Name","List ID","Members","Labels","Card Created Date","Due Date","Description"\n"Secret plan","Shop","Next","l1","","Ready - green","2022-04-07 17:09","","x"\n"Other","Shop","Next","l1","","","2022-04-08 17:09","",""\n';
  const result = await readText(text, { zone: "Europe/Berlin", readyLabels: ["ready"] });
  const [first, second] = [...result.items];
  expect(first![0]).toMatch(/^card-[0-9a-f]{10}$/);
  expect(first![0]).not.toBe(second![0]);
  expect(first![1]).toMatchObject({ title: null, createdAt: "2022-04-07T15:09:00Z", labels: ["Ready"] });
  expect([...(await readText(text)).items.keys()]).toEqual([...result.items.keys()]);
});
