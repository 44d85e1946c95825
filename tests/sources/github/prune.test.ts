import fc from "fast-check";
import { parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import {
  type Capabilities,
  capabilitiesOf,
  type ServerTypes,
} from "../../../src/sources/github/capabilities.ts";
import { BACKLOG_ISSUES } from "../../../src/sources/github/documents/issues.ts";
import { prune } from "../../../src/sources/github/prune.ts";
import { capabilitiesFrom, schemaOf } from "./server-types.ts";

const server: ServerTypes = Object.freeze({
  itemTypes: { enumValues: [{ name: "LABELED_EVENT" }] },
  events: { possibleTypes: [{ name: "LabeledEvent", fields: [{ name: "id" }, { name: "createdAt" }] }] },
  fieldValues: null,
  issue: {
    fields: [
      { name: "id", args: [] },
      { name: "items", args: [{ name: "first" }] },
    ],
  },
  board: null,
});
const CAPABILITIES: Capabilities = capabilitiesOf(server);

const pruned = (document: string, without: string[] = []) => {
  const result = prune(document, CAPABILITIES, { without });
  return { ...result, document: result.document.replaceAll(/\s+/g, " ").trim() };
};

describe("a document is pruned", () => {
  test("of a field that the type does not have, with all that is in it", () => {
    expect(pruned("{ node { ... on Issue { id issueType { id name } } } }")).toEqual({
      document: "{ node { ... on Issue { id } } }",
      dropped: ["Issue.issueType"],
    });
  });

  test("of an argument that the field does not take, and of the variable that only it used", () => {
    expect(
      pruned(
        "query Q($n: Int, $only: [State!]) { node { ... on Issue { items(first: $n, states: $only) { id } } } }",
      ),
    ).toEqual({
      document: "query Q($n: Int) { node { ... on Issue { items(first: $n) { id } } } }",
      dropped: ["Issue.items(states)"],
    });
  });

  test("of a member that the union does not have, but never of an interface", () => {
    const text =
      "{ e { ...E } } fragment E on IssueTimelineItems { ... on Node { id } ... on PinnedEvent { id } }";
    expect(pruned(text)).toEqual({
      document: "{ e { ...E } } fragment E on IssueTimelineItems { ... on Node { id } }",
      dropped: ["IssueTimelineItems/PinnedEvent"],
    });
  });

  test("of a fragment without a field left, and of fragments that only the dropped used", () => {
    const text = `{ node { id ... on Issue { parent { ...A } } } } fragment A on X { ...B } fragment B on Y { id }`;
    expect(pruned(text)).toEqual({ document: "{ node { id } }", dropped: ["Issue.parent"] });
  });

  test("of fields that the caller leaves out, though the server has them", () => {
    expect(pruned("{ node { ... on Issue { id items { id } } } }", ["Issue.items"]).dropped).toEqual([
      "Issue.items",
    ]);
  });

  test("of nothing on types that the server was not asked about", () => {
    const text = "{ node { ... on Discussion { title(short: true) } __typename } }";
    expect(pruned(text)).toEqual({ document: text, dropped: [] });
  });

  test("of no name that every type has", () => {
    expect(pruned("{ node { ... on Issue { __typename } } }").dropped).toEqual([]);
  });

  test("so that it stays valid whatever events and fields a server lacks", () => {
    const full = capabilitiesFrom("published");
    const events = [...full.members.get("IssueTimelineItems")!];
    const fields = [...full.fields.get("Issue")!.keys()].filter((name) => name !== "id");
    fc.assert(
      fc.property(fc.subarray(events), fc.subarray(fields), (someEvents, someFields) => {
        const fewer: Capabilities = {
          ...full,
          members: new Map([...full.members, ["IssueTimelineItems", new Set(someEvents)]]),
          fields: new Map([
            ...full.fields,
            [
              "Issue",
              new Map(["id", ...someFields].map((name) => [name, full.fields.get("Issue")!.get(name)!])),
            ],
          ]),
        };
        const { document } = prune(BACKLOG_ISSUES, fewer);
        expect(validate(schemaOf("published"), parse(document))).toEqual([]);
        for (const gone of events.filter((name) => !someEvents.includes(name)))
          expect(document).not.toMatch(new RegExp(`on ${gone}\\b`));
      }),
      { numRuns: 40 },
    );
  });
});

describe("what a server tells of itself", () => {
  test("must name events and fields, or nothing can be asked safely", () => {
    const untold = { ...server, itemTypes: null };
    expect(() => capabilitiesOf(untold)).toThrowErrorMatchingInlineSnapshot(
      `[GithubError: GitHub, Overview › the server does not describe its own types. Check that GITHUB_GRAPHQL_URL is the address of GitHub, and that nothing in between changes answers.]`,
    );
  });

  test("may leave out what not every server has", () => {
    expect(CAPABILITIES.members.get("IssueFieldValue")).toEqual(new Set());
    expect(CAPABILITIES.fields.has("ProjectV2")).toBe(false);
  });
});
