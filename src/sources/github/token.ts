import { GithubError } from "./github-error.ts";

/** A token as it may stand in a header, without what people copy along. */
export const tokenOf = (text: string): string => {
  const token = text.trim().replace(/^(?:token|bearer) +/i, "");
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new GithubError({
    kind: "access",
    call: "set-up",
    found:
      token === ""
        ? "there is no token."
        : "the token has a space, a line break or another foreign character.",
    remedy: "Put a valid token into GITHUB_TOKEN.",
  });
};
