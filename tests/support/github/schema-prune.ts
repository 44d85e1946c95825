import { type DocumentNode, Kind, type NamedTypeNode, type NameNode, type TypeNode, visit } from "graphql";

/** What an older server lacks: whole types, and single fields, arguments (`Type.field.argument`) and values. */
export interface Missing {
  readonly types: readonly string[];
  readonly members: readonly string[];
}

const namedType = (type: TypeNode): NamedTypeNode =>
  type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);

/** The schema without what is missing, and without every field or argument of a missing type. */
export const withoutMissing = (schema: DocumentNode, { types, members }: Missing): DocumentNode => {
  const gone = new Set([...types, ...members]);
  let owner = "";
  let field = "";
  const goneType = (type: TypeNode): boolean => gone.has(namedType(type).name.value);
  const kept = <T extends NamedTypeNode>(list: readonly T[] | undefined): T[] =>
    (list ?? []).filter(({ name }) => !gone.has(name.value));
  const enter = (node: { readonly name: NameNode }): undefined | null => {
    owner = node.name.value;
    field = "";
    return gone.has(owner) ? null : undefined;
  };
  return visit(schema, {
    ObjectTypeDefinition: (node) => enter(node),
    InterfaceTypeDefinition: (node) => enter(node),
    InputObjectTypeDefinition: (node) => enter(node),
    EnumTypeDefinition: (node) => enter(node),
    ObjectTypeExtension: (node) => enter(node),
    UnionTypeDefinition: (node) => (gone.has(node.name.value) ? null : { ...node, types: kept(node.types) }),
    UnionTypeExtension: (node) => ({ ...node, types: kept(node.types) }),
    EnumValueDefinition: (node) => (gone.has(`${owner}.${node.name.value}`) ? null : undefined),
    FieldDefinition: (node) => {
      field = `${owner}.${node.name.value}`;
      return gone.has(field) || goneType(node.type) ? null : undefined;
    },
    InputValueDefinition: (node) =>
      goneType(node.type) || gone.has(`${field}.${node.name.value}`) ? null : undefined,
  });
};
