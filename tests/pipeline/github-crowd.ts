import { expect } from "vitest";
import type { Fault } from "../support/github/faults.ts";
import type { FakeRequest } from "../support/github/request.ts";
import { sampleWorld } from "../support/github/sample-world.ts";
import { type FakeGitHub, serveGitHub } from "../support/github/serve.ts";
import type { World } from "../support/github/world.ts";
import { type GithubWorkspace, githubWorkspace } from "./github-workspace.ts";

const YAML = `name: Shop
timezone: UTC
source: { github: { repository: acme/shop, project: { owner: acme, number: 4 } } }
sprints: { from: milestones }
estimate: { labels: "size/*" }
ready: { labels: [ready], acceptanceCriteria: true }
`;

const DAY = "2026-01-23T12:00:00Z";

/** So many issues that they need two pages, some of them edited and with a timeline of two pages. */
const crowd = (): World =>
  sampleWorld().more([
    ...Array.from({ length: 36 }, (_, index) => ({
      at: DAY,
      do: "openIssue" as const,
      issue: 100 + index,
      body: "As a buyer I want it.",
      ...(index % 2 ? { labels: ["ready"] } : {}),
    })),
    ...Array.from({ length: 36 }, (_, index) => ({
      at: "2026-01-23T12:00:01Z",
      do: "addToBoard" as const,
      card: 100 + index,
    })),
    ...Array.from({ length: 130 }, (_, index) => ({
      at: "2026-01-24T12:00:00Z",
      do: "comment" as const,
      issue: 100 + (index % 20 === 0 ? 1 : 0),
    })),
    ...Array.from({ length: 60 }, (_, index) => ({
      at: "2026-01-25T12:00:00Z",
      do: "editBody" as const,
      issue: 100 + (index % 5),
      body: `## Acceptance criteria\n\n- It works, ${index}.`,
    })),
  ]);

const later = (): World =>
  crowd().more([
    { at: "2026-01-27T09:00:00Z", do: "label", issue: 100, label: "ready" },
    { at: "2026-01-27T09:00:01Z", do: "editBody", issue: 101, body: "Nothing." },
    { at: "2026-01-27T09:00:02Z", do: "moveCard", card: 100, after: null },
    { at: "2026-01-27T09:00:03Z", do: "close", issue: 102 },
  ]);

type Undisturbed = { first: string; second: string };

export const isGraphql = (operation: string, page = 1) => {
  let seen = 0;
  return (request: FakeRequest): boolean => {
    if (request.operation !== operation) return false;
    seen += 1;
    return seen >= page;
  };
};

/** Where a fault hits, as the query that is asked there. */
export const PLACES: Readonly<Record<string, () => NonNullable<Fault["on"]>>> = {
  "the overview": () => isGraphql("Overview"),
  "the first page of issues": () => isGraphql("BacklogIssues"),
  "a later page of issues": () => isGraphql("BacklogIssues", 2),
  "a further page of a timeline": () => isGraphql("TimelinePage"),
  "the descriptions": () => isGraphql("BodyEdits"),
  "the board": () => isGraphql("BoardItems"),
};

/** A GitHub of a crowd, what undisturbed runs leave of it, and workspaces to disturb. */
export const openCrowd = async () => {
  const fake: FakeGitHub = await serveGitHub(crowd());
  /** What a run leaves behind: after it, and after the next one on what has happened since. */
  const runTwice = async (workspace: GithubWorkspace): Promise<Undisturbed> => {
    await workspace.collect();
    const first = workspace.digest();
    fake.show(later());
    await workspace.collect();
    return { first, second: workspace.digest() };
  };
  const inWorkspace = async (act: (workspace: GithubWorkspace) => Promise<void>): Promise<void> => {
    fake.show(crowd());
    const workspace = githubWorkspace(fake, YAML);
    await act(workspace);
    expect(fake.faultsLeft()).toEqual([]);
    workspace.remove();
  };
  const workspace = githubWorkspace(fake, YAML);
  const undisturbed = await runTwice(workspace);
  workspace.remove();
  return { fake, undisturbed, runTwice, inWorkspace };
};
