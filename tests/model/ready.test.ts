import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../../src/model/facts.ts";
import {
  type CheckName,
  DEFAULT_RULE,
  FIELD_OF,
  failedChecks,
  type ReadyRule,
} from "../../src/model/ready.ts";
import { item } from "../support/item-builder.ts";

const ruleOf = (given: Partial<ReadyRule>): ReadyRule => Object.freeze({ ...DEFAULT_RULE, ...given });
const ALL = Object.freeze(Object.keys(FIELD_OF) as CheckName[]);

const FULL = ruleOf({ checks: ALL, status: ["Ready"], labels: ["refined"], maxSize: 8 });
const READY: Partial<Facts> = {
  status: "Ready",
  labels: ["refined"],
  estimate: 5,
  acceptanceCriteria: true,
  described: true,
  blocked: false,
};

describe("the checks of a ready rule", () => {
  test("are all passed by an item that has everything", () => {
    expect(failedChecks(item(READY), FULL)).toEqual([]);
  });

  test.each<[CheckName, Partial<Facts>]>([
    ["status", { status: "New" }],
    ["status", { status: null }],
    ["labels", { labels: ["other"] }],
    ["labels", { labels: [] }],
    ["estimate", { estimate: null }],
    ["acceptanceCriteria", { acceptanceCriteria: false }],
    ["acceptanceCriteria", { acceptanceCriteria: null }],
    ["description", { described: false }],
    ["notBlocked", { blocked: true }],
    ["maxSize", { estimate: 8.5 }],
  ])("fail by %s alone with %j", (check, facts) => {
    expect(failedChecks(item({ ...READY, ...facts }), FULL)).toEqual([check]);
  });

  test("are named in the order of the rule, whatever that is", () => {
    const unready = item({
      ...READY,
      status: "New",
      labels: [],
      estimate: 13,
      acceptanceCriteria: false,
      described: false,
      blocked: true,
    });
    const failing = ALL.filter((check) => check !== "estimate");
    fc.assert(
      fc.property(fc.shuffledSubarray(failing), (checks) => {
        expect(failedChecks(unready, { ...FULL, checks })).toEqual(checks);
      }),
    );
  });

  test("of a size let an item pass that has no estimate, and one of just that size", () => {
    const size = ruleOf({ checks: ["maxSize"], maxSize: 8 });
    expect(failedChecks(item(), size)).toEqual([]);
    expect(failedChecks(item({ estimate: 8 }), size)).toEqual([]);
  });

  test("take any status and any label of the list, compared as names are", () => {
    const rule = ruleOf({
      checks: ["status", "labels"],
      status: ["Refined", "ready for  dev"],
      labels: ["a", "GRÖSSE"],
    });
    expect(failedChecks(item({ status: "Ready For Dev", labels: ["x", "größe"] }), rule)).toEqual([]);
  });

  test("without a rule ask for an estimate and a description", () => {
    expect(failedChecks(item(), DEFAULT_RULE)).toEqual(["estimate", "description"]);
    expect(failedChecks(item({ estimate: 3, described: true }), DEFAULT_RULE)).toEqual([]);
  });
});
