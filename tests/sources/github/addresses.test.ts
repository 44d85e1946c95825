import { expect, test } from "vitest";
import { addressesOf } from "../../../src/sources/github/addresses.ts";

test.each([
  ["https://api.github.com", null, "https://api.github.com/graphql"],
  ["https://api.github.com/", null, "https://api.github.com/graphql"],
  ["https://api.octo.ghe.com", null, "https://api.octo.ghe.com/graphql"],
  ["https://git.acme.test/api/v3", null, "https://git.acme.test/api/graphql"],
  ["https://git.acme.test/api/v3/", null, "https://git.acme.test/api/graphql"],
  ["https://git.acme.test/api/v3", "https://git.acme.test/elsewhere", "https://git.acme.test/elsewhere"],
  ["http://localhost:4000", null, "http://localhost:4000/graphql"],
])("GraphQL of %s, told %s, is at %s", (api, graphqlUrl, expected) => {
  expect(addressesOf({ api, graphqlUrl }).graphql).toBe(expected);
});

test.each(["", "api.github.com", "ftp://api.github.com", "https://me:secret@api.github.com"])(
  "%s is no address",
  (api) => {
    expect(() => addressesOf({ api, graphqlUrl: null })).toThrow("GITHUB_API_URL is no address.");
    expect(() => addressesOf({ api, graphqlUrl: null })).not.toThrow(/secret/);
  },
);
