import type { Answer } from "./execute.ts";
import type { FakeGitHub } from "./serve.ts";

const answerOf = (text: string): Answer => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

/** Sends one query to a fake GitHub as any client would, without a client's own ideas about failures. */
export const ask = async (
  { graphqlUrl }: Pick<FakeGitHub, "graphqlUrl">,
  query: string,
  { token = "full-token", ...variables }: { token?: string } & Record<string, unknown> = {},
): Promise<{ status: number; headers: Headers; text: string; answer: Answer }> => {
  const response = await fetch(graphqlUrl, {
    method: "POST",
    headers: { authorization: `bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(2_000),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, answer: answerOf(text) };
};

/** What stands in an answer at a path, such as `repository.issues.nodes`. */
export const at = (answer: Answer, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], answer.data);
