import {
  type DocumentNode,
  executeSync,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { type Cost, costOf, operationOf } from "./cost.ts";
import { githubError } from "./github-error.ts";
import { rootView } from "./views/root.ts";
import type { Scene, View } from "./views/scene.ts";

export interface GraphqlBody {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

/** What GitHub answers as JSON: no `data` at all where the query itself is wrong. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly Readonly<Record<string, unknown>>[];
}

interface Checked {
  readonly document: DocumentNode | null;
  readonly errors: readonly GraphQLError[];
}

const ASKS_FOR_BOARDS = /\bproject(?:s?V2)?\s*[({]/;
const NO_SCOPE = githubError(
  "INSUFFICIENT_SCOPES",
  "Your token has not been granted the required scopes to execute this query. The 'projectV2' field requires one of the following scopes: ['read:project'].",
);
const MOST_NODES = 500_000;
const checked = new WeakMap<GraphQLSchema, Map<string, Checked>>();

const check = (schema: GraphQLSchema, query: string): Checked => {
  try {
    const document = parse(query);
    return { document, errors: validate(schema, document) };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [error] };
    throw error;
  }
};

/** Parses and validates a text once per schema, however often it is sent. */
const checkQuery = (schema: GraphQLSchema, query: string): Checked => {
  const texts = checked.get(schema) ?? new Map<string, Checked>();
  checked.set(schema, texts);
  const result = texts.get(query) ?? check(schema, query);
  texts.set(query, result);
  return result;
};

/** A field that the fake has no answer for is a mistake to be seen, never a `null`. */
const resolve: GraphQLFieldResolver<View, unknown> = (source, args, _context, info) => {
  const value = source[info.fieldName];
  if (value === undefined)
    throw new Error(`the fake knows no ${info.parentType.name}.${info.fieldName}: add it to its view`);
  return typeof value === "function" ? value(args) : value;
};

const asJson = (error: GraphQLError): Readonly<Record<string, unknown>> => {
  const { type, ...extensions } = error.extensions;
  const { message, path, locations } = error;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path ? { path } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    ...(locations ? { locations: locations.map(({ line, column }) => ({ line, column })) } : {}),
    message,
  };
};

/** What a valid query costs and is called; `null` where it isn't valid. */
export const weigh = (
  schema: GraphQLSchema,
  { query, variables, operationName }: GraphqlBody,
): (Cost & { readonly operation: string | null }) | null => {
  const { document, errors } = checkQuery(schema, query);
  if (!document || errors.length > 0) return null;
  const cost = costOf(document, { variables: variables ?? {}, operationName });
  return { ...cost, operation: operationOf(document, operationName)?.name?.value ?? null };
};

/** Answers one query out of the world, by the rules of the real schema. */
export const answer = (schema: GraphQLSchema, scene: Scene, body: GraphqlBody): Answer => {
  const { document, errors } = checkQuery(schema, body.query);
  if (!document || errors.length > 0) return { errors: errors.map(asJson) };
  const { nodes } = costOf(document, { variables: body.variables ?? {}, operationName: body.operationName });
  if (nodes > MOST_NODES) {
    const text = `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${MOST_NODES}.`;
    return { errors: [asJson(githubError("MAX_NODE_LIMIT_EXCEEDED", text))] };
  }
  if (scene.sight.projects === "no-scope" && ASKS_FOR_BOARDS.test(body.query))
    return { errors: [asJson(NO_SCOPE)] };
  const result = executeSync({
    schema,
    document,
    rootValue: rootView(scene),
    variableValues: body.variables ?? {},
    ...(body.operationName ? { operationName: body.operationName } : {}),
    fieldResolver: resolve,
  });
  return {
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.errors ? { errors: result.errors.map(asJson) } : {}),
  };
};
