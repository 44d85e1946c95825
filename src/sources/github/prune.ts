import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  Kind,
  parse,
  print,
  visit,
} from "graphql";
import type { Capabilities } from "./capabilities.ts";

export type Pruned = {
  document: string;
  /** What the server lacks: `Issue.issueType`, `ProjectV2.items(archivedStates)`, `IssueTimelineItems/LabeledEvent`. */
  dropped: string[];
};

/** Interfaces may stand in any union, and are old enough for every server. */
const INTERFACES: readonly string[] = ["Node"];

/** The type that a selection is made on, where the document itself says it: in a fragment. */
const typeAround = (ancestors: readonly unknown[]): string | null => {
  // Nearest first: the selection set, then whose it is.
  const owner = ancestors.findLast(
    (node): node is ASTNode =>
      typeof node === "object" && node !== null && "kind" in node && node.kind !== Kind.SELECTION_SET,
  );
  if (owner?.kind === Kind.FRAGMENT_DEFINITION) return owner.typeCondition.name.value;
  return owner?.kind === Kind.INLINE_FRAGMENT ? (owner.typeCondition?.name.value ?? null) : null;
};

const withoutUnknown = (
  document: DocumentNode,
  lacks: (coordinate: string, known: boolean) => boolean,
  { fields, members }: Capabilities,
): DocumentNode =>
  visit(document, {
    Field: (node, _key, _parent, _path, ancestors): FieldNode | null | undefined => {
      const type = typeAround(ancestors);
      const known = type === null ? undefined : fields.get(type);
      if (type === null || known === undefined) return undefined;
      const coordinate = `${type}.${node.name.value}`;
      const builtIn = node.name.value.startsWith("__");
      if (lacks(coordinate, builtIn || known.has(node.name.value))) return null;
      const parameters = known.get(node.name.value);
      if (!parameters) return undefined;
      const kept = (node.arguments ?? []).filter(
        ({ name }) => !lacks(`${coordinate}(${name.value})`, parameters.has(name.value)),
      );
      return kept.length === (node.arguments ?? []).length ? undefined : { ...node, arguments: kept };
    },
    InlineFragment: (node, _key, _parent, _path, ancestors): InlineFragmentNode | null | undefined => {
      const union = typeAround(ancestors);
      const condition = node.typeCondition?.name.value;
      const known = union === null ? undefined : members.get(union);
      if (known === undefined || condition === undefined || INTERFACES.includes(condition)) return undefined;
      return lacks(`${union}/${condition}`, known.has(condition)) ? null : undefined;
    },
  });

/** A fragment without fields is no GraphQL, and what spreads it neither. */
const withoutEmpty = (document: DocumentNode): DocumentNode =>
  visit(document, {
    InlineFragment: { leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined) },
    Field: { leave: (node) => (node.selectionSet?.selections.length === 0 ? null : undefined) },
  });

const namesIn = (document: DocumentNode, kind: Kind.FRAGMENT_SPREAD | Kind.VARIABLE): Set<string> => {
  const found = new Set<string>();
  visit(document, {
    enter: (node) => {
      // The definition of a variable names it too, which is no use of it.
      if (node.kind === Kind.VARIABLE_DEFINITION) return false;
      if (node.kind === kind) found.add(node.name.value);
      return undefined;
    },
  });
  return found;
};

/** Servers refuse fragments and variables that nothing uses. A fragment may be all that uses another. */
const withoutUnused = (document: DocumentNode): DocumentNode => {
  const spread = namesIn(document, Kind.FRAGMENT_SPREAD);
  const definitions = document.definitions.filter(
    (node) => node.kind !== Kind.FRAGMENT_DEFINITION || spread.has(node.name.value),
  );
  if (definitions.length < document.definitions.length) return withoutUnused({ ...document, definitions });
  const used = namesIn(document, Kind.VARIABLE);
  return visit(document, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  });
};

/**
 * Leaves out of a document what a server does not know: one unknown field fails a whole query.
 *
 * Looks only where the document itself names the type, in fragments: our documents name it wherever servers differ.
 *
 * @param without fields to be left out besides, such as `PROJECT_FIELDS` for a token that may not ask for them
 */
export const prune = (
  document: string,
  capabilities: Capabilities,
  { without = [] }: { without?: readonly string[] } = {},
): Pruned => {
  const dropped: string[] = [];
  const lacks = (coordinate: string, known: boolean): boolean => {
    const gone = !known || without.includes(coordinate);
    if (gone) dropped.push(coordinate);
    return gone;
  };
  const kept = withoutUnused(withoutEmpty(withoutUnknown(parse(document), lacks, capabilities)));
  return { document: print(kept), dropped: [...new Set(dropped)].sort() };
};
