import { afterAll, describe, expect, test } from "vitest";
import type { FakeRequest } from "../support/github/request.ts";
import { isGraphql, openCrowd, PLACES } from "./github-crowd.ts";

const SIZE_OF_PAGES = 20;

const { fake, undisturbed, runTwice, inWorkspace } = await openCrowd();

afterAll(() => fake.close());

describe("a budget that ends", () => {
  /** Time that is over after so many waits between requests. */
  const clockUntil = (waits: number) => {
    let time = Date.parse(fake.state().now);
    let left = waits;
    return {
      now: () => time,
      sleep: async (ms: number) => {
        left -= 1;
        time += left > 0 ? ms : 3_600_000;
      },
    };
  };

  test("is no failure, and wherever it ends the next run ends with the same bytes", async () => {
    for (let waits = 1; ; waits += 1) {
      let ended = false;
      await inWorkspace(async (workspace) => {
        const { ok, said } = await workspace.collect({ clock: clockUntil(waits) });
        expect(ok).toBe(true);
        ended = /The next run goes on from here/.test(said);
        if (ended) expect(workspace.texts("store/**")).toEqual({});
        expect(await runTwice(workspace)).toEqual(undisturbed);
      });
      if (!ended) {
        expect(waits).toBeGreaterThan(5);
        return;
      }
    }
  });

  test("of points is none either: the run says until when, and the next one goes on", async () => {
    await inWorkspace(async (workspace) => {
      fake.fail({ kind: "rate-limited", resetIn: 3_500, on: PLACES["a later page of issues"]!() });
      const { ok, said } = await workspace.collect({ minutes: 10 });
      expect(ok).toBe(true);
      expect(said).toMatch(/rate limit is used up until 2026-.*The next run goes on from here/);
      expect(workspace.texts("store/**")).toEqual({});
      expect(await runTwice(workspace)).toEqual(undisturbed);
    });
  });
});

describe("what is too much for GitHub", () => {
  test("is asked for in smaller pages, to the same bytes", async () => {
    await inWorkspace(async (workspace) => {
      fake.fail({ kind: "too-large", above: SIZE_OF_PAGES, times: 12 });
      expect(await workspace.collect()).toMatchObject({ ok: true });
      expect(workspace.digest()).toBe(undisturbed.first);
      for (let run = 0; fake.faultsLeft().length > 0 && run < 10; run += 1) await workspace.collect();
    });
  });

  test("even alone is named, and read by the next run", async () => {
    await inWorkspace(async (workspace) => {
      const meets = ({ operation, variables }: FakeRequest): boolean =>
        operation === "BacklogIssues" && variables.cursor === null;
      // Thirty-three, halved down to one, and three more attempts.
      fake.fail({ kind: "server-error", status: 504, on: meets, times: 9 });
      const { ok, said } = await workspace.collect();
      expect(ok).toBe(true);
      expect(said).toMatch(/issue-unread: 1 \(#\d+: GitHub did not give this issue/);
      await workspace.collect();
      const items = Object.keys(workspace.texts("store/shop/items.jsonl"));
      expect(items).toHaveLength(1);
      const [text] = Object.values(workspace.texts("store/shop/items.jsonl"));
      expect(text!.trim().split("\n")).toHaveLength(42);
    });
  });
});

describe("what happens meanwhile", () => {
  const acts = [
    { at: "2026-01-26T09:00:00Z", do: "label", issue: 104, label: "ready" },
    { at: "2026-01-26T09:00:01Z", do: "editBody", issue: 104, body: "## Acceptance criteria\n\n- Other." },
    { at: "2026-01-26T09:00:02Z", do: "editBody", issue: 103, body: "None any more." },
    { at: "2026-01-26T09:00:03Z", do: "close", issue: 105 },
  ] as const;

  test.each(Object.keys(PLACES))(
    "is neither lost nor told twice when it happens before %s",
    async (place) => {
      await inWorkspace(async (workspace) => {
        fake.fail({ kind: "act", actions: acts, on: PLACES[place]!() });
        expect(await workspace.collect()).toMatchObject({ ok: true });
        await workspace.collect();
        const changes = Object.values(workspace.texts("store/shop/changes/*")).join("");
        const events = changes.match(/"event":"[^"]+"/g)!;
        expect(new Set(events).size).toBe(events.length);
        const told = changes.split("\n").filter((line) => line.includes('"at":"2026-01-26T09:'));
        expect(told.map((line) => JSON.parse(line)).map(({ id, kind }) => [id, kind])).toEqual(
          expect.arrayContaining([
            ["#103", "description"],
            ["#104", "labels"],
            ["#104", "description"],
            ["#105", "closed"],
          ]),
        );
        // What an event says is not said again by comparing.
        expect(
          changes
            .split("\n")
            .filter((line) => /"id":"#10[345]".*"set":/.test(line) && !line.includes('"event"')),
        ).toEqual([]);
      });
    },
  );
});

test("an unknown reason of a closing is taken as it is", async () => {
  await inWorkspace(async (workspace) => {
    fake.fail({ kind: "unknown-enum", on: isGraphql("BacklogIssues") });
    expect(await workspace.collect()).toMatchObject({ ok: true });
    expect(Object.values(workspace.texts("store/shop/items.jsonl"))[0]).toContain(
      '"resolution":"superseded"',
    );
  });
});
