import { describe, expect, test } from "vitest";
import { GithubError } from "../../../src/sources/github/github-error.ts";
import { type Asked, answeringServer, type Reply } from "./answering-server.ts";
import { all, listed, type Node, reading } from "./numbered-list.ts";
import { failure } from "./test-client.ts";

describe("a page that contradicts itself", () => {
  const next = (endCursor: string | null, nodes: (Node | null)[] = [{ number: 1 }]) => ({
    pageInfo: { hasNextPage: true, endCursor },
    nodes,
  });

  const failing = async (reply: (asked: Asked) => Reply): Promise<GithubError> => {
    await using server = await answeringServer((asked) => {
      if (asked.nth > 20) throw new Error("asked without end");
      return reply(asked);
    });
    const error = await failure(all(reading(server.url).pages));
    expect(error).toBeInstanceOf(GithubError);
    return error as GithubError;
  };

  test("by the same cursor again ends the reading", async () => {
    const error = await failing(() => listed(next("A")));
    expect(error).toMatchObject({ kind: "answer", cursor: "A" });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, Numbers › on the page behind cursor A, GitHub says that more follows, and points back to A. Nothing of this page was used. The next run tries again."`,
    );
  });

  test("by a cursor of some pages ago ends the reading", async () => {
    const error = await failing(({ nth }) => listed(next(["A", "B", "C", "A"][nth]!)));
    expect(error).toMatchObject({ kind: "answer", cursor: "C" });
  });

  test("by more to come without a cursor ends the reading", async () => {
    const error = await failing(() => listed(next(null)));
    expect(error).toMatchObject({ kind: "answer", cursor: null });
  });

  test("by a hole ends the reading, so that no item is silently missing", async () => {
    const error = await failing(() => listed(next("A", [{ number: 1 }, null])));
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, Numbers › on the first page, entry 2 is missing. Nothing of this page was used. The next run tries again."`,
    );
  });

  test("by a hole with a reason keeps the reason", async () => {
    const reasons = [
      { type: "FORBIDDEN", message: "something else", path: ["list", "nodes", 0, "milestone"] },
      { type: "NOT_FOUND", message: "Could not resolve to a node", path: ["list", "nodes", 1] },
    ];
    const error = await failing(() => listed(next("A", [{ number: 1 }, null]), reasons));
    expect(error).toMatchObject({ kind: "access" });
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, Numbers › on the first page, entry 2 is missing. GitHub says “Could not resolve to a node” (NOT_FOUND) at list.nodes[1]. Check \`repository\` in team.yaml, and give the token access to it with “Issues: read”."`,
    );
  });

  test("by a list that is missing says what GitHub says of it", async () => {
    const error = await failing(() =>
      listed(null, [
        { type: "NOT_FOUND", message: "Could not resolve to a Repository.", path: ["repository"] },
      ]),
    );
    expect(error.message).toMatchInlineSnapshot(
      `"GitHub, Numbers › on the first page, the list is missing. GitHub says “Could not resolve to a Repository.” (NOT_FOUND) at repository. Check \`repository\` in team.yaml, and give the token access to it with “Issues: read”."`,
    );
  });

  test("by a list that is missing without a word is an error all the same", async () => {
    expect(await failing(() => listed(null))).toMatchObject({ kind: "answer" });
  });
});
