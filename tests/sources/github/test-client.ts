import { type Client, type ClientOptions, openClient } from "../../../src/sources/github/client.ts";
import { SERVER_TIME } from "./answering-server.ts";

export const TOKEN = "ghp_TokenOfTheTests0123456789abcdefghij";

export type Clock = {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Every wait so far but the short ones between two requests. */
  slept: number[];
};

/** A clock that moves only when somebody sleeps; it starts with the server's. */
export const testClock = (start = SERVER_TIME): Clock => {
  let time = start;
  const slept: number[] = [];
  return {
    now: () => time,
    sleep: async (ms) => {
      time += ms;
      if (ms > 100) slept.push(ms);
    },
    slept,
  };
};

export const HOUR = 3_600_000;

/** A client with an hour's time, unless told otherwise, and what it logged. */
export const testClient = (
  url: string,
  more: Partial<ClientOptions> & { clock?: Clock } = {},
): { client: Client; clock: Clock; logged: string[] } => {
  const { clock = testClock(), ...options } = more;
  const logged: string[] = [];
  const client = openClient({
    api: url,
    graphqlUrl: null,
    token: TOKEN,
    now: clock.now,
    sleep: clock.sleep,
    deadline: clock.now() + HOUR,
    log: (text) => logged.push(text),
    ...options,
  });
  return { client, clock, logged };
};

/** A query that the answering servers take for any. */
export const ASK = "query Ask($n: Int) { ask(n: $n) }";

export const GOOD = { json: { data: { ask: 1 } } };

/** What a promise is rejected with. */
export const failure = async (promise: Promise<unknown>): Promise<Error> => {
  const caught = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (caught instanceof Error) return caught;
  throw new Error("it did not fail");
};
