import {
  type ArgumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";

type Cost = { requests: number; points: number; nodes: number };

/**
 * GitHub's documented formula: one request for each connection, times the `first` of all that it stands in; a point for
 * each hundred of them, rounded, and one at least. Things asked for by ids count like the page of a connection.
 */
export const costOf = (document: string, variables: Readonly<Record<string, unknown>>): Cost => {
  const definitions = parse(document).definitions;
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const total = { requests: 0, nodes: 0 };
  const valueIn = (value: ValueNode): unknown =>
    value.kind === Kind.INT
      ? Number(value.value)
      : value.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : null;
  const argument = (list: readonly ArgumentNode[] | undefined, name: string): unknown => {
    const found = list?.find((node) => node.name.value === name);
    return found === undefined ? undefined : valueIn(found.value);
  };
  const walk = (set: SelectionSetNode | undefined, times: number): void => {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(node.name.value)!.selectionSet, times);
      if (node.kind === Kind.INLINE_FRAGMENT) walk(node.selectionSet, times);
      if (node.kind !== Kind.FIELD) continue;
      const first = argument(node.arguments, "first");
      const ids = argument(node.arguments, "ids");
      const inner =
        typeof first === "number" ? times * first : Array.isArray(ids) ? times * ids.length : times;
      if (typeof first === "number") total.requests += times;
      if (inner !== times || first === 1) total.nodes += inner;
      walk(node.selectionSet, inner);
    }
  };
  const query = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (query?.kind === Kind.OPERATION_DEFINITION) walk(query.selectionSet, 1);
  return { ...total, points: Math.max(1, Math.round(total.requests / 100)) };
};
