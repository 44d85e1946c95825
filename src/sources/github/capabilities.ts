import { GithubError } from "./github-error.ts";

/** What `Overview` asks the server about itself. */
export type ServerTypes = {
  itemTypes: { enumValues: readonly { name: string }[] | null } | null;
  events: {
    possibleTypes: readonly { name: string; fields: readonly { name: string }[] | null }[] | null;
  } | null;
  fieldValues: { possibleTypes: readonly { name: string }[] | null } | null;
  issue: FieldsWithArguments | null;
  board: FieldsWithArguments | null;
};

type FieldsWithArguments = {
  fields: readonly { name: string; args: readonly { name: string }[] }[] | null;
};

/** What a server knows of the types that differ between servers. */
export type Capabilities = {
  /** Events that may be asked for. */
  itemTypes: ReadonlySet<string>;
  /** Of an object type its fields, and of a field its arguments, `null` where they weren't asked for. */
  fields: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string> | null>>;
  /** Of a union its members. */
  members: ReadonlyMap<string, ReadonlySet<string>>;
};

const names = (list: readonly { name: string }[]): Set<string> => new Set(list.map(({ name }) => name));

const withArguments = (type: FieldsWithArguments): Map<string, ReadonlySet<string>> =>
  new Map((type.fields ?? []).map((field) => [field.name, names(field.args)]));

/**
 * Makes of the server's description of itself what documents are pruned by.
 *
 * @throws GithubError when a type is missing that every GitHub has: without it nothing can be asked safely
 */
export const capabilitiesOf = (server: ServerTypes): Capabilities => {
  const itemTypes = server.itemTypes?.enumValues;
  const events = server.events?.possibleTypes;
  if (!itemTypes || !events || !server.issue?.fields)
    throw new GithubError({
      kind: "answer",
      call: "Overview",
      found: "the server does not describe its own types.",
      remedy:
        "Check that GITHUB_GRAPHQL_URL is the address of GitHub, and that nothing in between changes answers.",
    });
  const fields = new Map<string, ReadonlyMap<string, ReadonlySet<string> | null>>(
    events.map((type) => [type.name, new Map((type.fields ?? []).map(({ name }) => [name, null]))]),
  );
  fields.set("Issue", withArguments(server.issue));
  if (server.board) fields.set("ProjectV2", withArguments(server.board));
  return {
    itemTypes: names(itemTypes),
    fields,
    members: new Map([
      ["IssueTimelineItems", names(events)],
      ["IssueFieldValue", names(server.fieldValues?.possibleTypes ?? [])],
    ]),
  };
};

/** Events of our list that the server knows, in our order; an unknown one would fail the whole query. */
export const knownItemTypes = (wanted: readonly string[], capabilities: Capabilities): string[] =>
  wanted.filter((type) => capabilities.itemTypes.has(type));
