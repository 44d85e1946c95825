import { expect, test } from "vitest";
import type { MetricResult } from "../../src/metrics/define.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { measuredEvents } from "../support/event-builder.ts";
import { richEvents } from "../support/rich-events.ts";
import { richStory, richStoryAtBorder } from "../support/rich-story.ts";
import { measured, teamConfig } from "../support/team-builder.ts";

const rich = richStory();
const oneLook = (index: number) => ({ ...rich, observations: [rich.observations[index]!] });
const noSprints = teamConfig({ sprints: { kind: "list", list: [], match: null, exclude: [] } });

const STORIES: Record<string, (id: string) => MetricResult> = {
  "six sprints, a seventh running": (id) => measured(id, rich),
  "as of the very end of a sprint": (id) => measured(id, richStoryAtBorder()),
  "a month in which nobody looked": (id) =>
    measured(id, {
      ...rich,
      observations: [...rich.observations.slice(0, 5), ...rich.observations.slice(10)],
    }),
  "one look at the end": (id) => measured(id, oneLook(12)),
  "one look in the first sprint": (id) => measured(id, { ...oneLook(0), asOf: "2026-01-06T12:00:00Z" }),
  "no look": (id) => measured(id, { ...rich, observations: [] }),
  "no sprints": (id) => measured(id, { ...rich, team: noSprints }),
  "a tracker that tells its past": (id) => measuredEvents(id, richEvents()),
};

const rows = ({ series }: MetricResult): string[] =>
  series.map(({ sprint, at, value, basis, running, more }) =>
    [
      sprint,
      new Date(at).toISOString(),
      value,
      basis,
      running ? "running" : "over",
      JSON.stringify(more),
    ].join(" "),
  );

const told = (story: string, result: MetricResult): string =>
  [
    `# ${story}`,
    `${result.state}: ${result.reason ?? result.value}`,
    ...(result.interval ? [`interval ${result.interval.join(" to ")}`] : []),
    ...result.explain.map(({ title, text }) => `${title}: ${text}`),
    `inputs ${JSON.stringify(result.inputs)}`,
    `extra ${JSON.stringify(result.extra)}`,
    ...rows(result),
  ].join("\n");

// Numbers and sentences as every page shows them. After looking at the difference, and following what changed by
// hand, renew them with npx vitest run tests/metrics/explained.test.ts -u
test.each(metrics)("$id says of the same stories what it always said", async ({ id }) => {
  const stories = Object.entries(STORIES).map(([story, measure]) => told(story, measure(id)));
  await expect(`${stories.join("\n\n")}\n`).toMatchFileSnapshot(`golden/${id}.txt`);
});
