import { expect, test } from "vitest";
import { readBatches } from "../../../src/sources/github/batches.ts";
import { type Asked, answeringServer, type Reply } from "./answering-server.ts";
import { testClient } from "./test-client.ts";

const BY_ID = "query ById($ids: [ID!]!) { nodes(ids: $ids) { id } }";
const IDS = ["a", "b", "c", "d", "e"];

const idsOf = ({ body }: Asked): string[] => body.variables.ids as string[];
const found = (asked: Asked): Reply => ({
  json: { data: { nodes: idsOf(asked).map((id) => (id === "gone" ? null : { id })) } },
});
const reading = (url: string, ids: readonly string[], batchSize = 4) =>
  readBatches<{ id: string }>({ client: testClient(url).client, document: BY_ID, ids, batchSize });

test("things are read by their ids, some at a time, in their order", async () => {
  await using server = await answeringServer(found);
  const batches = await Array.fromAsync(reading(server.url, IDS));
  expect(server.asked.map(idsOf)).toEqual([["a", "b", "c", "d"], ["e"]]);
  expect(batches.flatMap(({ nodes }) => nodes)).toEqual(IDS.map((id) => ({ id })));
});

test("no ids are no request", async () => {
  await using server = await answeringServer(found);
  expect(await Array.fromAsync(reading(server.url, []))).toEqual([]);
  expect(server.asked).toEqual([]);
});

test("fewer are asked for when it was too much, and none is left out", async () => {
  await using server = await answeringServer((asked) =>
    idsOf(asked).length > 2 ? { status: 502, text: "" } : found(asked),
  );
  const batches = await Array.fromAsync(reading(server.url, IDS));
  expect(server.asked.map((asked) => idsOf(asked).length)).toEqual([4, 2, 2, 1]);
  expect(batches.flatMap(({ ids }) => ids)).toEqual(IDS);
});

test("what is gone is null in its place", async () => {
  await using server = await answeringServer(found);
  const [batch] = await Array.fromAsync(reading(server.url, ["a", "gone"]));
  expect(batch!.nodes).toEqual([{ id: "a" }, null]);
});

test("an answer of another length is refused, for nobody could tell which is which", async () => {
  await using server = await answeringServer(() => ({ json: { data: { nodes: [{ id: "a" }] } } }));
  await expect(Array.fromAsync(reading(server.url, IDS))).rejects.toThrow("asked for 4, and 1 came.");
});
