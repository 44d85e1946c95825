import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Action } from "./actions.ts";
import { apply } from "./apply.ts";
import { damage, damageReply } from "./damage.ts";
import { answer, type GraphqlBody, weigh } from "./execute.ts";
import { type Fault, faultList } from "./faults.ts";
import { newLimits, rateHeaders } from "./limits.ts";
import { instantOf } from "./lookup.ts";
import { outOfPoints, refusal } from "./refusals.ts";
import { jsonReply, messageReply, type Reply } from "./reply.ts";
import type { FakeRequest } from "./request.ts";
import { restReply } from "./rest.ts";
import { gitHubSchema, missingTypes, type SchemaName } from "./schema.ts";
import { send } from "./send.ts";
import { type Sight, TOKENS } from "./sight.ts";
import type { WorldState } from "./state.ts";
import type { World } from "./world.ts";

export interface FakeOptions {
  /** More tokens besides the known ones. */
  readonly tokens?: Readonly<Record<string, Sight>>;
  readonly faults?: readonly Fault[];
  readonly schema?: SchemaName;
}

/** A GitHub for tests, on a port of its own. */
export interface FakeGitHub extends AsyncDisposable {
  /** REST stands under it, GraphQL under `/graphql`; on an Enterprise Server under `/api/v3` and `/api/graphql`. */
  readonly url: string;
  readonly graphqlUrl: string;
  /** Everything that was asked, in order. */
  readonly requests: readonly FakeRequest[];
  /** Points of all queries so far. */
  readonly points: () => number;
  readonly state: () => WorldState;
  /** From now on the answers come out of this world. */
  readonly show: (world: World) => void;
  /** Something happens in the world that is shown. */
  readonly act: (...actions: readonly Action[]) => void;
  /** Sets the world's clock, which the `Date` header tells. */
  readonly setClock: (instant: string) => void;
  readonly fail: (...faults: readonly Fault[]) => void;
  /** Faults that have not hit as often as they should have. */
  readonly faultsLeft: () => readonly Fault[];
  readonly close: () => Promise<void>;
}

const tokenOf = (request: IncomingMessage): string | null =>
  /^(?:token|bearer)\s+(\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? null;

const bodyOf = (raw: string): GraphqlBody | null => {
  try {
    const body: unknown = JSON.parse(raw);
    return typeof body === "object" && body !== null && "query" in body ? (body as GraphqlBody) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** A mistake of a script or of the fake itself is told to the client, in an answer that nobody tries again. */
const attempt = (reply: () => Reply): Reply => {
  try {
    return reply();
  } catch (error) {
    return messageReply(400, `The fake failed: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Serves a world until it is closed. */
export const serveGitHub = async (world: World, options: FakeOptions = {}): Promise<FakeGitHub> => {
  const { schema: schemaName = "github.com" } = options;
  const schema = gitHubSchema(schemaName);
  const missing = missingTypes(schemaName);
  const tokens = { ...TOKENS, ...options.tokens };
  const faults = faultList(options.faults);
  const limits = newLimits();
  const requests: FakeRequest[] = [];
  let state = world.open();
  let base = "";

  const graphql = (
    request: FakeRequest,
    { body, sight, fault }: { body: GraphqlBody; sight: Sight; fault: Fault | null },
  ): Reply => {
    const cost = weigh(schema, body) ?? { requests: 0, points: 1, nodes: 0 };
    const taken = limits.take(request.token ?? "", { sight, cost, now: state.now });
    const limited = schemaName === "github.com";
    if (limited && taken.exceeded) return outOfPoints(state.now, taken.resetAt);
    request.points = cost.points;
    const { exceeded: _, ...rate } = taken;
    const plain = answer(schema, { state, sight, rate: limited ? rate : null, missing }, body);
    const headers = limited ? rateHeaders(rate, "graphql") : {};
    return jsonReply(fault ? damage(plain, fault, request) : plain, { headers });
  };

  const replyTo = (request: FakeRequest, body: GraphqlBody | null): Reply => {
    const fault = faults.next(request);
    const refused = fault ? refusal(fault, state.now) : null;
    if (refused) return refused;
    if (fault?.kind === "act") for (const action of fault.actions) apply(state, action);
    const sight = tokens[request.token ?? ""];
    if (!sight) return messageReply(401, "Bad credentials");
    if (request.path.endsWith("/graphql") && request.method === "POST")
      return body
        ? damageReply(graphql(request, { body, sight, fault }), fault)
        : messageReply(400, "Problems parsing JSON");
    const path = request.path.replace(/^\/api\/v3/, "");
    return damageReply(restReply({ state, sight, schema: schemaName, base }, path), fault);
  };

  const server = createServer(async (incoming, outgoing) => {
    const body = bodyOf(await text(incoming));
    const request: FakeRequest = {
      nth: requests.length + 1,
      method: incoming.method ?? "GET",
      path: (incoming.url ?? "/").split("?")[0] ?? "/",
      headers: incoming.headers,
      token: tokenOf(incoming),
      operation: body ? (weigh(schema, body)?.operation ?? null) : null,
      query: body?.query ?? null,
      variables: body?.variables ?? {},
      points: 0,
      status: 0,
    };
    requests.push(request);
    const reply = attempt(() => replyTo(request, body));
    if (!reply.fails) request.status = reply.status;
    send(outgoing, reply, state.now);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const prefix = schemaName === "github.com" ? "" : "/api/v3";

  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((closed) => server.close(() => closed()));
  };
  return {
    url: `${base}${prefix}`,
    graphqlUrl: `${base}${prefix ? "/api" : ""}/graphql`,
    requests,
    points: () => requests.reduce((sum, { points }) => sum + points, 0),
    state: () => state,
    show: (next) => {
      state = next.open();
    },
    act: (...actions) => {
      for (const action of actions) apply(state, action);
    },
    setClock: (instant) => {
      state.now = instantOf(instant);
    },
    fail: (...further) => {
      for (const fault of further) faults.add(fault);
    },
    faultsLeft: faults.left,
    close,
    [Symbol.asyncDispose]: close,
  };
};
