import type { Action } from "./actions.ts";
import type { Answer } from "./execute.ts";
import type { FakeRequest } from "./request.ts";

/** What may go wrong with a request. */
export type FaultKind =
  /** Too fast: 403 or 429 with the words of the secondary limit, or `plain` without them. */
  | {
      readonly kind: "limit";
      readonly status: 403 | 429;
      readonly retryAfter?: number;
      readonly plain?: boolean;
    }
  /** 200 with an error of type RATE_LIMITED; by default no points are left, as with the primary limit. */
  | { readonly kind: "rate-limited"; readonly remaining?: number; readonly resetIn?: number }
  /** The same with a type that octokit doesn't know: RATE_LIMIT. */
  | { readonly kind: "rate-limit"; readonly remaining?: number; readonly resetIn?: number }
  /** 200 with nothing but a message about the secondary limit. */
  | { readonly kind: "limit-message" }
  | { readonly kind: "server-error"; readonly status: 500 | 502 | 503 | 504; readonly body?: "html" | "json" }
  /** 200 with the error that says that something went wrong. */
  | { readonly kind: "something-went-wrong" }
  /** 504 for every page of more than so many nodes. */
  | { readonly kind: "too-large"; readonly above: number }
  /** RESOURCE_LIMITS_EXCEEDED and only part of the data: the last nodes of the page are `null`. */
  | { readonly kind: "resource-limits"; readonly nulls?: number }
  | { readonly kind: "truncated" | "empty-body" | "cut" | "reset" | "silence" }
  /** One node of the page is `null`, with no word about it. */
  | { readonly kind: "null-node"; readonly at?: number }
  /** `hasNextPage` with the cursor that was asked for. */
  | { readonly kind: "repeated-cursor" }
  /** Something happens in the world just before the request is answered. */
  | { readonly kind: "act"; readonly actions: readonly Action[] }
  /** Every reason of a closing has a value that no schema has yet. */
  | { readonly kind: "unknown-enum"; readonly value?: string }
  | { readonly kind: "project-null" }
  /** Whatever else a test wants to change in an answer. */
  | { readonly kind: "change"; readonly change: (answer: Answer) => void };

/** A fault hits the requests it is meant for (all, the nth one, or those that fit), so many times: once. */
export type Fault = FaultKind & {
  readonly on?: number | ((request: FakeRequest) => boolean);
  readonly times?: number;
};

const pageSizeOf = ({ variables }: FakeRequest): number => {
  const size = variables.pageSize ?? variables.first;
  return typeof size === "number" ? size : 0;
};

const isMeant = ({ on, ...fault }: Fault, request: FakeRequest): boolean => {
  if (fault.kind === "too-large" && pageSizeOf(request) <= fault.above) return false;
  if (on === undefined) return true;
  return typeof on === "number" ? request.nth === on : on(request);
};

/** The faults still to come. */
export interface FaultList {
  readonly add: (fault: Fault) => void;
  /** The first fault meant for a request; it is used up by that. */
  readonly next: (request: FakeRequest) => Fault | null;
  /** Faults that have not hit as often as they should. */
  readonly left: () => readonly Fault[];
}

/** A page that is too large stays too large; every other fault comes once unless told otherwise. */
const timesOf = ({ kind, times }: Fault): number =>
  times ?? (kind === "too-large" ? Number.POSITIVE_INFINITY : 1);

export const faultList = (faults: readonly Fault[] = []): FaultList => {
  const list = faults.map((fault) => ({ fault, left: timesOf(fault) }));
  return {
    add: (fault) => list.push({ fault, left: timesOf(fault) }),
    next: (request) => {
      const hit = list.find(({ fault, left }) => left > 0 && isMeant(fault, request));
      if (!hit) return null;
      hit.left -= 1;
      return hit.fault;
    },
    left: () => list.filter(({ left }) => left > 0 && Number.isFinite(left)).map(({ fault }) => fault),
  };
};
