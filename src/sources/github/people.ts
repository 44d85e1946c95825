import { createHash } from "node:crypto";
import { BOT, GHOST } from "../../model/change.ts";
import type { Actor } from "./answers.ts";

/** Hexadecimal digits of a pseudonym: a million people share one with a chance below one in two. */
const DIGITS = 10;

/**
 * Pseudonyms of people, each other's in every repository: enough to tell two apart and to count them, and no name
 * ever gets into the store.
 * @param repository the repository's node id
 */
export const pseudonyms = (repository: string): ((actor: Actor | undefined) => string) => {
  const known = new Map<string, string>();
  return (actor) => {
    if (!actor) return GHOST;
    const { __typename, login } = actor;
    // GraphQL leaves the suffix out, and says the type instead; some servers and imports do the reverse.
    if (__typename === "Bot" || login.endsWith("[bot]")) return BOT;
    const found = known.get(login);
    if (found !== undefined) return found;
    const digest = createHash("sha256").update(`${repository}\n${login}`).digest("hex").slice(0, DIGITS);
    known.set(login, digest);
    return digest;
  };
};
