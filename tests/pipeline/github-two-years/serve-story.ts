import type { Action } from "../../support/github/actions.ts";
import { type FakeGitHub, serveGitHub } from "../../support/github/serve.ts";
import { type World as GitHubWorld, script } from "../../support/github/world.ts";
import { dayAfter, midnight } from "./calendar.ts";
import type { Ledger, Sprint } from "./ledger.ts";
import type { Check, World } from "./rule.ts";
import { tellStory } from "./story.ts";

const SPRINTS = 52;
const FIRST = "2024-09-02";

export type Variant = {
  name: string;
  seed: number;
  zone: string;
  rule: readonly Check[];
  /** Days of each sprint; where they differ, the milestones tell them. */
  lengths: readonly number[];
  from: "cadence" | "milestones";
  /** The label that makes ready, and milestones, are called otherwise in the end. */
  renamed?: true;
  /** Days between two readings; without it there is one, at the end. */
  every?: number;
};

const RULE: Record<Check, string> = {
  labels: "labels: [ready]",
  estimate: "estimate: true",
  acceptanceCriteria: "acceptanceCriteria: true",
  notBlocked: "notBlocked: true",
};

const lastDays = ({ lengths }: Variant): { first: string; last: string }[] => {
  const days: { first: string; last: string }[] = [];
  let day = FIRST;
  for (let index = 0; index < SPRINTS; index += 1) {
    const next = dayAfter(day, lengths[index % lengths.length]!);
    days.push({ first: day, last: dayAfter(next, -1) });
    day = next;
  }
  return days;
};

const sprintsOf = (variant: Variant): Sprint[] =>
  lastDays(variant).map(({ first, last }, index) => ({
    title: `Sprint ${index + 1}`,
    start: midnight(first, variant.zone),
    end: midnight(dayAfter(last, 1), variant.zone),
  }));

export const yamlOf = ({ zone, rule, from, renamed }: Variant): string => `name: Shop
timezone: ${zone}
source: { github: { repository: acme/shop } }
sprints: { ${from === "cadence" ? `every: 2 weeks, first: ${FIRST}` : "from: milestones"} }
estimate: { labels: "size/*" }
ready: { ${rule.map((check) => RULE[check].replace("ready", renamed ? "refined" : "ready")).join(", ")} }
`;

/** Milestones that some item is still in teach their old titles; of an empty one nobody knows what it was called. */
const renamesOf = (ledger: Ledger, sprints: readonly Sprint[], at: string): Action[] => {
  const held = new Set([...ledger.items.values()].map(({ steps }) => steps.at(-1)!.stand.sprint));
  return [
    { at, do: "renameLabel", label: "ready", to: "refined" },
    ...sprints
      .filter((_, index) => held.has(index))
      .map(({ title }): Action => ({ at, do: "renameMilestone", milestone: title, to: `${title}, done` })),
  ];
};

export type Served = { fake: FakeGitHub; whole: GitHubWorld; world: World; asOf: string };

/** A story told in a GitHub, as it is at as-of, and what its plan knows. */
export const serveStory = async (variant: Variant): Promise<Served> => {
  const sprints = sprintsOf(variant);
  const { actions, ledger, asOf } = tellStory({ seed: variant.seed, sprints, deeds: 14 });
  const milestones = lastDays(variant).map(({ last }, index) => ({
    title: `Sprint ${index + 1}`,
    dueOn: `${last}T07:00:00Z`,
  }));
  const seed = {
    isPrivate: true,
    createdAt: "2024-01-01",
    labels: ["ready", "size/0", "size/1", "size/2", "size/3", "size/5", "size/8"],
    types: ["Story", "Bug"],
    milestones,
  };
  const renames = variant.renamed ? renamesOf(ledger, sprints, asOf) : [];
  const whole = script(seed, [...actions, ...renames]);
  const fake = await serveGitHub(whole.until(asOf));
  return { fake, asOf, whole, world: { ledger, sprints, rule: variant.rule, asOf: Date.parse(asOf) } };
};
