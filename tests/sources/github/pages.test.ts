import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPages } from "../../../src/sources/github/pages.ts";
import { answeringServer, type Reply, SERVER_TIME } from "./answering-server.ts";
import {
  all,
  type Data,
  LIST,
  listed,
  type Node,
  numbers,
  numbersOf,
  pageOf,
  reading,
  upTo,
} from "./numbered-list.ts";
import { failure, testClient } from "./test-client.ts";

describe("a list read page by page", () => {
  test("comes whole, with what a caller needs to go on", async () => {
    await using server = await answeringServer(numbers(20));
    const found = await all(reading(server.url).pages);
    expect(numbersOf(found)).toEqual(upTo(20));
    expect(found.map(({ cursor, pageSize, totalCount }) => [cursor, pageSize, totalCount])).toEqual([
      ["8", 8, 20],
      ["16", 8, 20],
      ["20", 8, 20],
    ]);
    expect(found[0]!.serverTime).toBe(SERVER_TIME);
    expect(server.asked[1]!.body.variables).toEqual({ owner: "acme", pageSize: 8, cursor: "8" });
  });

  test("goes on behind the cursor of an earlier run", async () => {
    await using server = await answeringServer(numbers(20));
    expect(numbersOf(await all(reading(server.url, { cursor: "15" }).pages))).toEqual(upTo(20, 16));
  });

  test("asks for the next page only when the last one was put away", async () => {
    await using server = await answeringServer(numbers(20));
    for await (const { cursor } of reading(server.url).pages)
      expect(server.asked).toHaveLength(Math.ceil(Number(cursor) / 8));
  });

  test("that is empty is one page without nodes, and keeps the cursor that was given", async () => {
    await using server = await answeringServer(numbers(3));
    const [first, ...rest] = await all(reading(server.url, { cursor: "3" }).pages);
    expect(first).toMatchObject({ nodes: [], cursor: "3" });
    expect(rest).toEqual([]);
  });
});

const unicorn: Reply = { status: 502, text: "" };
const OVERLOADS: [string, Reply][] = [
  ["502", unicorn],
  ["504", { status: 504, text: "" }],
  ["silence", "silence"],
  [
    "“Something went wrong”",
    { json: { errors: [{ message: "Something went wrong while executing your query." }] } },
  ],
  [
    "RESOURCE_LIMITS_EXCEEDED with partial data",
    listed({ nodes: [null], pageInfo: { hasNextPage: false, endCursor: "1" } }, [
      { type: "RESOURCE_LIMITS_EXCEEDED", message: "too much", path: ["list", "nodes", 0] },
    ]),
  ],
];

describe("a page that is too much", () => {
  test.each(OVERLOADS)("by %s is halved until it is answered, and nothing is lost", async (_what, reply) => {
    await using server = await answeringServer(
      numbers(9, ({ body }) => (Number(body.variables.pageSize) > 2 ? reply : null)),
    );
    const { client } = testClient(server.url, { timeout: reply === "silence" ? 40 : 5_000 });
    const pages = readPages<Data, Node>({
      client,
      document: LIST,
      variables: {},
      pageSize: 8,
      cursor: null,
      connection: ({ list }) => list,
    });
    const found = await all(pages);
    expect(numbersOf(found)).toEqual(upTo(9));
    expect(server.asked.map(({ body }) => body.variables.pageSize)).toEqual([8, 4, 2, 2, 2, 2, 2]);
    expect(found.every(({ pageSize }) => pageSize === 2)).toBe(true);
  });

  test("is left alone for a moment before less is asked for", async () => {
    await using server = await answeringServer(numbers(9, ({ nth }) => (nth < 2 ? unicorn : null)));
    const { pages, clock } = reading(server.url);
    await pages.next();
    expect(clock.slept).toEqual([1_000, 1_000]);
  });

  test("because its body is cut every time is halved too", async () => {
    await using server = await answeringServer(
      numbers(9, ({ body }) => (Number(body.variables.pageSize) > 4 ? "cut" : null)),
    );
    const found = await all(reading(server.url).pages);
    expect(numbersOf(found)).toEqual(upTo(9));
    expect(server.asked.map(({ body }) => body.variables.pageSize)).toEqual([8, 8, 8, 8, 4, 4, 4]);
  });

  test("is followed by small ones, and after twenty by larger ones up to the first size", async () => {
    await using server = await answeringServer(numbers(400, ({ nth }) => (nth < 2 ? unicorn : null)));
    const sizes = (await all(reading(server.url).pages)).map(({ pageSize }) => pageSize);
    expect(sizes.slice(0, 20)).toEqual(Array(20).fill(2));
    expect(sizes.slice(20, 40)).toEqual(Array(20).fill(4));
    expect(new Set(sizes.slice(40))).toEqual(new Set([8]));
  });

  test("even of one is an error that names the cursor before it, after some attempts", async () => {
    await using server = await answeringServer(
      numbers(9, ({ body }) => {
        const from = Number(body.variables.cursor ?? 0);
        return from <= 4 && from + Number(body.variables.pageSize) > 4 ? unicorn : null;
      }),
    );
    const { pages } = reading(server.url, { pageSize: 4 });
    expect((await pages.next()).value).toMatchObject({ cursor: "4" });
    const error = await failure(pages.next());
    expect(error).toMatchObject({ kind: "overload", cursor: "4", status: 502 });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, Numbers (502) › on the page behind cursor 4: the server failed again and again. See whether GitHub reports a disturbance. The next run tries again."`,
    );
    expect(server.asked.slice(1).map(({ body }) => body.variables.pageSize)).toEqual([4, 2, 1, 1, 1, 1]);
  });

  test("is read whole whatever sizes fail, in as many numbers as there are", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (total, pageSize, most) => {
          await using server = await answeringServer(
            numbers(total, ({ body }) => (Number(body.variables.pageSize) > most ? unicorn : null)),
          );
          expect(numbersOf(await all(reading(server.url, { pageSize }).pages))).toEqual(upTo(total));
        },
      ),
      { numRuns: 30 },
    );
  });
});

test("parts that the token may not see come along with their page", async () => {
  const errors = [{ type: "FORBIDDEN", message: "no", path: ["list", "nodes", 0, "project"] }];
  await using server = await answeringServer(({ body }) => listed(pageOf(2, body), errors));
  const [page] = await all(reading(server.url).pages);
  expect(page!.errors).toEqual(errors);
});
