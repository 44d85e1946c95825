import type { ServerResponse } from "node:http";
import type { Reply } from "./reply.ts";

/** Sends a reply dated by the world's clock, or lets the connection fail as the reply says. */
export const send = (
  outgoing: ServerResponse,
  { status, headers, body, fails }: Reply,
  now: string,
): void => {
  if (fails === "silence") return;
  if (fails === "reset") {
    outgoing.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body, "utf8");
  outgoing.sendDate = false;
  outgoing.writeHead(status, {
    date: new Date(now).toUTCString(),
    "x-github-request-id": "FAKE:1",
    "content-length": bytes.length,
    ...headers,
  });
  if (fails !== "cut") {
    outgoing.end(bytes);
    return;
  }
  // Destroyed only once the half has left, or the client would see no body at all.
  outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.socket?.destroy());
};
