/** The answer came, and its body can't be used: cut, empty, or not the JSON that it says it is. */
export class BrokenBody extends TypeError {
  constructor(found: string) {
    super(found);
    this.name = "BrokenBody";
  }
}

/** Answers without a body: `Response` refuses to be built with one. */
const BODILESS: readonly number[] = [204, 205, 304];

const TOO_EARLY = "a body that ends too early";

const isJson = (response: Response): boolean => /\bjson\b/i.test(response.headers.get("content-type") ?? "");

const checkJson = (body: string): void => {
  try {
    JSON.parse(body);
  } catch {
    // The parser's own message quotes the body, which must not get into a log.
    throw new BrokenBody(body.trim() === "" ? "an empty body" : TOO_EARLY);
  }
};

/**
 * A `fetch` that fails where octokit would take a broken answer for a good one.
 *
 * octokit has no time limit of its own (five minutes of silence an attempt), and makes of a cut, empty or truncated
 * body with status 200 the data `undefined` or a bare string. Here each attempt gets a time limit of its own, which
 * covers the body too, and a body is read whole and checked before octokit sees it.
 *
 * @param timeout the milliseconds that the next attempt may take
 */
export const guardedFetch =
  (timeout: () => number): typeof fetch =>
  async (input, init) => {
    const limit = AbortSignal.timeout(timeout());
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    const response = await fetch(input, { ...init, signal });
    const body = await response.text().catch((error: unknown) => {
      // Too slow is another fault than cut off.
      throw signal.aborted ? error : new BrokenBody(TOO_EARLY);
    });
    if (response.ok && isJson(response)) checkJson(body);
    const headers = new Headers(response.headers);
    // octokit parses what came with a failure, and breaks on large numbers and on odd content types in it.
    if (!response.ok) headers.set("content-type", "text/plain");
    const answer = new Response(BODILESS.includes(response.status) ? null : body, {
      status: response.status,
      headers,
    });
    // A built answer has no address, and the one after redirects tells where an issue went.
    return Object.defineProperty(answer, "url", { value: response.url });
  };
