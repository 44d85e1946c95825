import { describe, expect, test } from "vitest";
import type { BodyEditsNode } from "../../../src/sources/github/answers.ts";
import { issues, known, openBacklog as open, overview } from "./backlog-builder.ts";
import { at, issue, node } from "./issue-builder.ts";
import { pendingPages } from "./pending-builder.ts";
import { type Answer, listOf } from "./stub-client.ts";

describe("descriptions that were edited", () => {
  const edited = issue({ lastEditedAt: at("2026-01-09"), body: "New." });
  const edits = (...diffs: (string | null)[]): Answer => ({
    data: {
      nodes: [
        {
          __typename: "Issue",
          id: "I_1",
          number: 1,
          body: "New.",
          createdAt: at("2026-01-05"),
          lastEditedAt: at("2026-01-09"),
          includesCreatedEdit: true,
          userContentEdits: listOf(
            diffs.map((diff, index) => ({
              id: `UCE_${index}`,
              editedAt: at(`2026-01-0${9 - index * 4}`),
              deletedAt: null,
              editor: null,
              diff,
            })),
          ),
        } satisfies BodyEditsNode,
      ],
    },
  });

  test("have their past", async () => {
    const { read, asked } = open([overview(1), issues(edited), edits("New.", "")]);
    const { items, findings } = await read();
    expect(asked.at(-1)).toMatchObject({ call: "BodyEdits", variables: { ids: ["I_1"] } });
    expect([items.get("#1")!.first.described, items.get("#1")!.now.described]).toEqual([false, true]);
    expect(findings).toEqual([]);
  });

  test("whose versions can't be used are named, and how they began is not known", async () => {
    const { items, findings } = await open([overview(1), issues(edited), edits("Other.", "")]).read();
    expect(items.get("#1")!.first.described).toBeNull();
    expect(findings.map(({ id }) => id)).toEqual(["description-history-unusable"]);
  });

  test("that an earlier run has read are not asked for again", async () => {
    const pending = pendingPages();
    await open([overview(1), issues(edited), edits("New.", "")], { pending }).read();
    const again = open([overview(1), issues()], { pending });
    expect((await again.read()).items.get("#1")!.first.described).toBe(false);
    expect(again.calls()).toEqual(["Overview", "BacklogIssues"]);
  });
});

describe("milestones", () => {
  const put = (milestoneTitle: string) => node("MilestonedEvent", "2026-01-06", { milestoneTitle });
  const withEvents = (...nodes: ReturnType<typeof put>[]) =>
    issue({ timelineItems: { filteredCount: nodes.length, ...listOf(nodes) } });
  const milestone = {
    id: "MI_1",
    number: 1,
    title: "Sprint 1",
    dueOn: "2026-01-16T00:00:00Z",
    state: "OPEN",
    createdAt: at("2026-01-01"),
    closedAt: null,
  };
  const there = { repository: { milestones: listOf([milestone]) } };

  test("are found by their titles; one that nobody knows is counted, and not named", async () => {
    const { items, findings } = await open([
      overview(1, there),
      issues(withEvents(put("Sprint 1"), put("hush"))),
    ]).read();
    const sprints = items.get("#1")!.events.flatMap(({ set }) => (set === undefined ? [] : [set.sprint]));
    expect(sprints).toEqual(["MI_1", null]);
    expect(findings).toMatchObject([{ id: "milestone-unknown", count: 1, first: [{ where: "#1" }] }]);
    expect(JSON.stringify(findings)).not.toMatch(/hush|title:/);
  });

  test("that the history knows are not unknown", async () => {
    const event = put("hush");
    const given = { known: known({ placed: new Set([event.id]) }), isDue: () => false };
    expect((await open([overview(1, there), issues(withEvents(event))], given).read()).findings).toEqual([]);
  });
});
