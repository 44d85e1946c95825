import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

export interface Cost {
  /** Requests that GitHub counts: one per connection, times the page sizes around it. */
  readonly requests: number;
  readonly points: number;
  /** The most nodes that the query can ask for. */
  readonly nodes: number;
}

type Variables = Readonly<Record<string, unknown>>;

const REQUESTS_A_POINT = 100;

const argumentValue = (node: ValueNode | undefined, variables: Variables): unknown => {
  if (node?.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node?.kind === Kind.LIST) return node.values.map((one) => argumentValue(one, variables));
  return node?.kind === Kind.INT ? Number(node.value) : undefined;
};

/** The operation that a request means. */
export const operationOf = (
  document: DocumentNode,
  name?: string | null,
): OperationDefinitionNode | undefined =>
  document.definitions.find(
    (one): one is OperationDefinitionNode =>
      one.kind === Kind.OPERATION_DEFINITION && (!name || one.name?.value === name),
  );

/**
 * What a query costs by GitHub's documented formula, whatever it finds: points = max(1, round(requests ÷ 100)).
 * @example 25 issues with 4 connections each: 1 + 4 × 25 = 101 requests = 1 point
 */
export const costOf = (
  document: DocumentNode,
  { variables = {}, operationName }: { variables?: Variables; operationName?: string | null | undefined },
): Cost => {
  let requests = 0;
  let nodes = 0;
  const walk = ({ selections }: SelectionSetNode, parents: number): void => {
    for (const one of selections) {
      if (one.kind === Kind.FRAGMENT_SPREAD) {
        const named = document.definitions.find(
          (part) => part.kind === Kind.FRAGMENT_DEFINITION && part.name.value === one.name.value,
        );
        if (named?.kind === Kind.FRAGMENT_DEFINITION) walk(named.selectionSet, parents);
      } else if (one.kind === Kind.INLINE_FRAGMENT) walk(one.selectionSet, parents);
      else {
        const argument = (name: string): unknown =>
          argumentValue(one.arguments?.find((given) => given.name.value === name)?.value, variables);
        const size = argument("first") ?? argument("last");
        const ids = argument("ids");
        const within = parents * (typeof size === "number" ? size : Array.isArray(ids) ? ids.length : 1);
        if (typeof size === "number") requests += parents;
        if (within !== parents || typeof size === "number" || Array.isArray(ids)) nodes += within;
        if (one.selectionSet) walk(one.selectionSet, within);
      }
    }
  };
  const operation = operationOf(document, operationName);
  if (operation) walk(operation.selectionSet, 1);
  return { requests, points: Math.max(1, Math.round(requests / REQUESTS_A_POINT)), nodes };
};
