import fc from "fast-check";
import { expect, test } from "vitest";
import { BudgetEnded, GithubError } from "../../../src/sources/github/github-error.ts";
import { answeringServer, inOrder, type Reply } from "./answering-server.ts";
import { ASK, testClient, testClock } from "./test-client.ts";

const word = fc.constantFrom(
  "RATE_LIMITED",
  "FORBIDDEN",
  "NOT_FOUND",
  "secondary rate limit",
  "Something went wrong while executing your query",
  "ask",
  "",
);
const errors = fc.array(
  fc.record(
    { type: word, message: word, path: fc.array(fc.oneof(word, fc.nat(3)), { maxLength: 3 }) },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);
const json = fc.oneof(
  fc.record({ data: fc.constantFrom(null, {}, { ask: 1 }, 7), errors, message: word }, { requiredKeys: [] }),
  fc.jsonValue({ maxDepth: 2 }),
);
const number = fc.oneof(fc.nat(100_000).map(String), fc.constantFrom("99999999999999", "-1", "soon", ""));
const headers = fc.record(
  { "retry-after": number, "x-ratelimit-remaining": number, "x-ratelimit-reset": number },
  { requiredKeys: [] },
);
const status = fc.constantFrom(
  200,
  200,
  200,
  201,
  400,
  401,
  403,
  404,
  410,
  422,
  429,
  451,
  500,
  502,
  503,
  504,
);
const reply: fc.Arbitrary<Reply> = fc.oneof(
  fc.record({ status, headers, json }),
  fc.record({ status, headers, text: fc.string({ maxLength: 30 }) }),
  fc.constantFrom<Reply>("cut", "reset"),
);

test("whatever answers come, a call ends within its time: with data, or with an error that says what to do", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 4 }), async (replies) => {
      await using server = await answeringServer(inOrder(...replies));
      const clock = testClock();
      const deadline = clock.now() + 600_000;
      const { client } = testClient(server.url, { clock, deadline });
      const outcome = await client.query(ASK, {}).catch((error: unknown) => error);
      // The gap of a tenth of a second between two requests is no wait for anything.
      expect(clock.now()).toBeLessThanOrEqual(deadline + 100);
      expect(client.requests).toBeLessThan(20);
      if (outcome instanceof GithubError) expect(outcome.remedy).toMatch(/\S\.$/);
      else if (!(outcome instanceof BudgetEnded))
        expect(outcome).toMatchObject({ data: expect.anything(), serverTime: expect.any(Number) });
    }),
    { numRuns: 150 },
  );
});
