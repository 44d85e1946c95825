import { GithubError } from "./github-error.ts";
import { type GraphqlErrorItem, isWithheld, pathText } from "./graphql-errors.ts";
import type { Redact } from "./redact.ts";
import type { Answer, Breakdown } from "./transport.ts";

/** What the calls of `documents/` need; a board belongs to an organization, issues to a repository. */
const READS_BOARD = /board/i;

const permission = (call: string): string =>
  READS_BOARD.test(call)
    ? "“Projects: read” of the organization (a classic token: the scope read:project). The token that Actions provides can't read boards at all"
    : "“Issues: read” for this repository (a classic token: the scope repo)";

const TOKEN_REMEDY = "Put a valid token into GITHUB_TOKEN.";
const BOARD_REMEDY =
  "Check `project` in team.yaml, and give the token “Projects: read” of the organization (a classic token: read:project). The token that Actions provides can't read boards at all.";
const REPOSITORY_REMEDY =
  "Check `repository` in team.yaml, and give the token access to it with “Issues: read”.";
const ADDRESS_REMEDY = "Check GITHUB_API_URL and GITHUB_GRAPHQL_URL.";

type Explained = { call: string; answer: Answer; said: string; redact: Redact };

/** Permissions that GitHub itself names, such as `issues=read`. */
const accepted = ({ answer, redact }: Explained): string => {
  const text = answer.headers["x-accepted-github-permissions"] ?? "";
  return text === "" ? "" : ` GitHub asks for: ${redact(text)}.`;
};

const quoted = ({ said, redact }: Explained): string => (said === "" ? "" : ` It says: “${redact(said)}”.`);

const refused = (options: Explained): Pick<GithubError, "kind"> & { found: string; remedy: string } => {
  if (/\bSAML\b/i.test(options.said))
    return {
      kind: "access",
      found: "the organization asks for single sign-on.",
      remedy: "Authorise the token for the organization in the settings of whoever owns the token.",
    };
  return {
    kind: "access",
    found: `the token may not read this.${quoted(options)}`,
    remedy: `Give it ${permission(options.call)}.${accepted(options)}`,
  };
};

const meaning = (options: Explained): Pick<GithubError, "kind"> & { found: string; remedy: string } => {
  const { status } = options.answer;
  if (status === 401)
    return { kind: "access", found: "the token is wrong or has expired.", remedy: TOKEN_REMEDY };
  if (status === 403) return refused(options);
  if (status === 404)
    return { kind: "request", found: "there is nothing at this address.", remedy: ADDRESS_REMEDY };
  if (status >= 300 && status < 400)
    return { kind: "request", found: "the address sends elsewhere.", remedy: ADDRESS_REMEDY };
  if (status >= 500)
    return {
      kind: status === 500 ? "connection" : "overload",
      found: `the server failed again and again.${quoted(options)}`,
      remedy: "See whether GitHub reports a disturbance. The next run tries again.",
    };
  return {
    kind: "request",
    found: `the server does not accept the request.${quoted(options)}`,
    remedy: "This is a fault of Backlog Runway, or of a proxy in between.",
  };
};

/** An answer with a status that is no success, as an error. */
export const explainStatus = (options: Explained): GithubError =>
  new GithubError({ call: options.call, status: options.answer.status, ...meaning(options) });

/** No answer at all, as an error. */
export const explainBreakdown = (call: string, { broken, detail }: Breakdown): GithubError => {
  const again = "Trying again did not help. The next run tries again.";
  if (broken === "silence")
    return new GithubError({ kind: "overload", call, found: `${detail}.`, remedy: again });
  if (broken === "body") return new GithubError({ kind: "body", call, found: `${detail}.`, remedy: again });
  if (broken === "certificate")
    return new GithubError({
      kind: "connection",
      call,
      found: `the server's certificate is not trusted (${detail}).`,
      remedy: "Name your own authority's certificate in NODE_EXTRA_CA_CERTS.",
    });
  return new GithubError({
    kind: "connection",
    call,
    found: `no connection (${detail}).`,
    remedy: `${ADDRESS_REMEDY} Behind a proxy, set NODE_USE_ENV_PROXY=1.`,
  });
};

const remedyOf = (error: GraphqlErrorItem): string => {
  const { path, type } = error;
  if (type === "INSUFFICIENT_SCOPES") return "Give the token the scope that is named.";
  if (path[0] === "repositoryOwner") return BOARD_REMEDY;
  if (path.length > 0 || isWithheld(error)) return REPOSITORY_REMEDY;
  return "This is a fault of Backlog Runway: the server does not know a part of its question.";
};

/** Errors of a GraphQL answer in one sentence: what GitHub said, where, and the remedy of the first. */
export const explainErrors = (
  errors: readonly GraphqlErrorItem[],
): { found: string; remedy: string } | null => {
  const [first] = errors;
  if (first === undefined) return null;
  const said = errors.slice(0, 3).map((error) => {
    const place = error.path.length === 0 ? "" : ` at ${pathText(error.path)}`;
    return `“${error.message}”${error.type === null ? "" : ` (${error.type})`}${place}`;
  });
  const rest = errors.length > 3 ? ` and ${errors.length - 3} more` : "";
  return { found: `GitHub says ${said.join(", ")}${rest}.`, remedy: remedyOf(first) };
};
