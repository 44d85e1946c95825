import { afterAll, describe, expect, test } from "vitest";
import type { FaultKind } from "../support/github/faults.ts";
import { openCrowd, PLACES } from "./github-crowd.ts";
import type { Collected } from "./github-workspace.ts";

/** Faults that pass: the store must be as if nothing had happened. */
const PASSING: readonly FaultKind[] = [
  { kind: "limit", status: 403, retryAfter: 2 },
  { kind: "limit", status: 403 },
  { kind: "limit", status: 429, retryAfter: 3 },
  { kind: "limit", status: 429, plain: true },
  { kind: "rate-limited", resetIn: 600 },
  { kind: "rate-limited", remaining: 100 },
  { kind: "rate-limit", resetIn: 600 },
  { kind: "limit-message" },
  { kind: "server-error", status: 500 },
  { kind: "server-error", status: 502, body: "html" },
  { kind: "server-error", status: 503, body: "json" },
  { kind: "server-error", status: 504, body: "html" },
  { kind: "something-went-wrong" },
  { kind: "truncated" },
  { kind: "empty-body" },
  { kind: "cut" },
  { kind: "reset" },
];

/** Answers that contradict themselves: nothing of them may be taken for data. */
const BROKEN: readonly (readonly [FaultKind, readonly string[]])[] = [
  [{ kind: "null-node" }, Object.keys(PLACES)],
  [{ kind: "null-node", at: 3 }, ["the first page of issues", "a later page of issues", "the board"]],
  [{ kind: "resource-limits" }, ["the first page of issues", "a later page of issues", "the board"]],
  [{ kind: "repeated-cursor" }, ["a later page of issues", "a further page of a timeline"]],
  [{ kind: "project-null" }, ["the overview", "the board"]],
];

const nameOf = (fault: FaultKind): string => Object.values(fault).join(" ");

const expectLocated = ({ ok, said }: Collected): void => {
  expect(ok).toBe(false);
  expect(said).toMatch(/team\.yaml › source\.github: GitHub, \w+.* › .+/);
};

const { fake, undisturbed, runTwice, inWorkspace } = await openCrowd();

afterAll(() => fake.close());

/** Every fault at one place; elsewhere each third one, another third from place to place. */
const passingAt = (place: string): readonly FaultKind[] => {
  const turn = Object.keys(PLACES).indexOf(place);
  return place === "a later page of issues"
    ? PASSING
    : PASSING.filter((_, index) => (index + turn) % 3 === 0);
};

describe.each(Object.keys(PLACES))("at %s", (place) => {
  test.each(passingAt(place).map((fault) => [nameOf(fault), fault] as const))(
    "a fault that passes leaves no trace: %s",
    async (_, fault) => {
      await inWorkspace(async (workspace) => {
        fake.fail({ ...fault, on: PLACES[place]!() });
        expect(await workspace.collect()).toMatchObject({ ok: true });
        expect(workspace.digest()).toBe(undisturbed.first);
        expect(workspace.hasPending()).toBe(false);
      });
    },
  );

  test("a server that never recovers leaves the old store and says where", async () => {
    await inWorkspace(async (workspace) => {
      fake.fail({ kind: "server-error", status: 502, on: PLACES[place]!(), times: 20 });
      const before = workspace.digest();
      const collected = await workspace.collect();
      expectLocated(collected);
      expect(collected.said).toContain("502");
      expect(workspace.digest()).toBe(before);
      // What is left of the twenty would hit the next run.
      for (let run = 0; fake.faultsLeft().length > 0 && run < 10; run += 1) await workspace.collect();
      expect(await runTwice(workspace)).toEqual(undisturbed);
    });
  });
});

describe.each(
  BROKEN.flatMap(([fault, places]) => places.map((place) => [nameOf(fault), place, fault] as const)),
)("an answer that contradicts itself (%s) at %s", (_, place, fault) => {
  test("is not taken for data", async () => {
    await inWorkspace(async (workspace) => {
      const before = workspace.digest();
      fake.fail({ ...fault, on: PLACES[place]!() });
      const collected = await workspace.collect();
      if (collected.ok) expect(workspace.digest()).toBe(undisturbed.first);
      else {
        expectLocated(collected);
        expect(workspace.digest()).toBe(before);
      }
      expect(await runTwice(workspace)).toEqual(undisturbed);
    });
  });
});
