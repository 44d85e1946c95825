import type { Answer } from "./execute.ts";
import type { Fault } from "./faults.ts";
import type { Reply } from "./reply.ts";
import type { FakeRequest } from "./request.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The first page of nodes in an answer, from the outside in. */
const firstPage = (value: unknown): { nodes: unknown[]; pageInfo: Json } | null => {
  if (!isObject(value)) return null;
  if (Array.isArray(value.nodes) && isObject(value.pageInfo))
    return { nodes: value.nodes, pageInfo: value.pageInfo };
  for (const inner of Object.values(value)) {
    const page = firstPage(inner);
    if (page) return page;
  }
  return null;
};

const pageOf = ({ data }: Answer): { nodes: unknown[]; pageInfo: Json } => {
  const page = firstPage(data);
  if (!page) throw new Error("a fault of pages hit an answer that has none");
  return page;
};

const REASONS = ["stateReason", "closeReason"];

/** Calls back for every field of an answer, however deep. */
const everyField = (value: unknown, visit: (owner: Json, name: string) => void): void => {
  for (const [name, inner] of Object.entries(value ?? {})) {
    if (isObject(value)) visit(value, name);
    if (typeof inner === "object") everyField(inner, visit);
  }
};

/** Changes an answer as the fault wants it; the answer is a copy that the world doesn't know. */
export const damage = (given: Answer, fault: Fault, request: FakeRequest): Answer => {
  const answer = structuredClone(given);
  switch (fault.kind) {
    case "resource-limits": {
      const { nodes } = pageOf(answer);
      nodes.fill(null, Math.max(0, nodes.length - (fault.nulls ?? 1)));
      const message = "Resource limits for this query exceeded.";
      return {
        ...answer,
        errors: [{ type: "RESOURCE_LIMITS_EXCEEDED", path: ["repository", "issues"], message }],
      };
    }
    case "null-node":
      pageOf(answer).nodes.fill(null, fault.at ?? 0, (fault.at ?? 0) + 1);
      return answer;
    case "repeated-cursor": {
      const { pageInfo } = pageOf(answer);
      Object.assign(pageInfo, {
        hasNextPage: true,
        endCursor: request.variables.cursor ?? pageInfo.endCursor,
      });
      return answer;
    }
    case "unknown-enum":
      everyField(answer.data, (owner, name) => {
        if (REASONS.includes(name) && owner[name] !== null) owner[name] = fault.value ?? "SUPERSEDED";
      });
      return answer;
    case "project-null":
      everyField(answer.data, (owner, name) => {
        if (name === "projectV2" || name === "project") owner[name] = null;
      });
      return answer;
    case "change":
      fault.change(answer);
      return answer;
    default:
      return answer;
  }
};

/** What happens to a reply on its way. */
export const damageReply = (reply: Reply, fault: Fault | null): Reply => {
  if (fault?.kind === "truncated") return { ...reply, body: reply.body.slice(0, reply.body.length / 2) };
  return fault?.kind === "cut" ? { ...reply, fails: "cut" } : reply;
};
