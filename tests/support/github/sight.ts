/** What a token may see. */
export interface Sight {
  /** Who it belongs to. */
  readonly login: string;
  readonly repository: boolean;
  /**
   * Boards: all, none (as GITHUB_TOKEN), those of organizations only (as an installation's token), or `no-scope`: a
   * classic token that may not even ask, so that a query that mentions a board fails as a whole.
   */
  readonly projects: "all" | "none" | "organizations" | "no-scope";
  /** Without it the cards of other repositories are redacted. */
  readonly otherRepositories: boolean;
  /** Points an hour. */
  readonly limit: number;
}

export const FULL_SIGHT: Sight = Object.freeze({
  login: "ana",
  repository: true,
  projects: "all",
  otherRepositories: true,
  limit: 5000,
});

/** The tokens that every fake knows, by their text. */
export const TOKENS: Readonly<Record<string, Sight>> = Object.freeze({
  "full-token": FULL_SIGHT,
  "actions-token": { ...FULL_SIGHT, login: "github-actions[bot]", projects: "none", limit: 1000 },
  "installation-token": { ...FULL_SIGHT, login: "runway[bot]", projects: "organizations" },
  "classic-token": { ...FULL_SIGHT, projects: "no-scope" },
  "blind-token": { ...FULL_SIGHT, repository: false },
});
