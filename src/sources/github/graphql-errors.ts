/** One entry of `errors` in a GraphQL answer, in a shape that can be relied on. */
export type GraphqlErrorItem = {
  /** GitHub's word, such as `NOT_FOUND`; `null` where it gives none. */
  type: string | null;
  message: string;
  /** Where in the data; empty where the whole query is meant. */
  path: readonly (string | number)[];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const itemOf = (value: unknown): GraphqlErrorItem => {
  const error = isRecord(value) ? value : {};
  const path = Array.isArray(error.path) ? error.path : [];
  return {
    type: typeof error.type === "string" ? error.type : null,
    message: typeof error.message === "string" ? error.message : "an error without a message",
    path: path.filter(
      (step): step is string | number => typeof step === "string" || typeof step === "number",
    ),
  };
};

/** What a GraphQL answer holds; `undefined` data is an answer without the key. */
export type GraphqlBody = { data: unknown; errors: readonly GraphqlErrorItem[]; message: string };

/** Reads a body of any shape: an answer of GraphQL, a REST error in its place, or the page of a proxy. */
export const graphqlBody = (body: unknown): GraphqlBody => {
  if (!isRecord(body)) return { data: undefined, errors: [], message: "" };
  return {
    data: isRecord(body.data) || body.data === null ? body.data : undefined,
    errors: Array.isArray(body.errors) ? body.errors.map(itemOf) : [],
    message: typeof body.message === "string" ? body.message : "",
  };
};

/** Everything that a body says about what went wrong, to look for words in. */
export const wordsOf = ({ errors, message }: GraphqlBody): string =>
  [message, ...errors.flatMap((error) => [error.type ?? "", error.message])].join("\n");

/** Errors that say "not for you" of a part, while the rest of the data is good. */
const WITHHELD: readonly string[] = ["FORBIDDEN", "NOT_FOUND"];

/** Parts that are null because the token can't see them, as opposed to parts that failed. */
export const isWithheld = (error: GraphqlErrorItem): boolean => WITHHELD.includes(error.type ?? "");

/** `repository.issues.nodes[3].milestone` */
export const pathText = (path: GraphqlErrorItem["path"]): string =>
  path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
