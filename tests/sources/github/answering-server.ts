import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  /** Parsed, of a POST. */
  body: { query: string; variables: Record<string, unknown>; operationName: string };
  /** From 0. */
  nth: number;
};

export type Reply =
  | { status?: number; headers?: Record<string, string>; json: unknown }
  | { status?: number; headers?: Record<string, string>; text: string }
  /** `cut`: half a body, then the end; `reset`: the end before anything; `silence`: nothing, ever. */
  | "cut"
  | "reset"
  | "silence";

/** The server's clock in every answer, unless an answer brings its own. */
const SERVER_DATE = "Mon, 02 Mar 2026 09:00:00 GMT";
export const SERVER_TIME = Date.parse(SERVER_DATE);

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const send = (response: ServerResponse, reply: Reply): void => {
  if (reply === "silence") return;
  if (reply === "reset") {
    response.socket!.resetAndDestroy();
    return;
  }
  if (reply === "cut") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"data":{"half":', () => response.socket!.destroy());
    return;
  }
  const json = "json" in reply;
  response.writeHead(reply.status ?? 200, {
    date: SERVER_DATE,
    "content-type": json ? "application/json; charset=utf-8" : "text/html",
    ...reply.headers,
  });
  response.end(json ? JSON.stringify(reply.json) : reply.text);
};

export type AnsweringServer = AsyncDisposable & { url: string; asked: Asked[] };

/** A local server that answers each request as it is told, for `await using`. */
export const answeringServer = async (answer: (asked: Asked) => Reply): Promise<AnsweringServer> => {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const text = await readAll(request);
    const one: Asked = {
      method: request.method!,
      path: request.url!,
      headers: request.headers,
      body: text === "" ? { query: "", variables: {}, operationName: "" } : JSON.parse(text),
      nth: asked.length,
    };
    asked.push(one);
    send(response, answer(one));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** The given answers in turn; the last one again and again. */
export const inOrder =
  (...replies: readonly Reply[]) =>
  ({ nth }: Asked): Reply =>
    replies[Math.min(nth, replies.length - 1)]!;
