import { GithubError } from "./github-error.ts";

const REST_SUFFIX = /\/api\/v3$/;

const address = (text: string, name: string): string => {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "")
    return text.trim().replace(/\/+$/, "");
  throw new GithubError({
    kind: "request",
    call: "set-up",
    found: `${name} is no address.`,
    remedy: "It starts with https:// and holds no name and no password, such as https://api.github.com.",
  });
};

/**
 * Where to ask: `https://api.github.com`, or `https://HOST/api/v3` of GitHub Enterprise Server, whose GraphQL is at
 * `https://HOST/api/graphql`.
 */
export const addressesOf = (options: {
  api: string;
  graphqlUrl: string | null;
}): { api: string; graphql: string } => {
  const api = address(options.api, "GITHUB_API_URL");
  if (options.graphqlUrl !== null) return { api, graphql: address(options.graphqlUrl, "GITHUB_GRAPHQL_URL") };
  return {
    api,
    graphql: REST_SUFFIX.test(api) ? api.replace(REST_SUFFIX, "/api/graphql") : `${api}/graphql`,
  };
};
