import type { TeamConfig } from "../../../src/config/team-config.ts";
import { fold, printable } from "../../../src/lib/text.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { type StageRules, standingBy } from "../../../src/model/stage.ts";
import { type Advice, yamlList } from "./advice.ts";

/** What a status most often means by its words. */
const LIKELY: readonly (readonly ["started" | "finished" | "dropped", RegExp])[] = [
  ["dropped", /\b(?:reject|cancel|declin|won'?t|duplicate|obsolete|abgelehnt|verworfen|annul|cancelad)/],
  [
    "finished",
    /\b(?:done|shipped|released|deployed|live|accepted|fertig|erledigt|termin|hecho|gotowe|conclu)/,
  ],
  [
    "started",
    /progress|doing|review|test|qa\b|develop|coding|implement|arbeit|cours|curso|andamento|w toku|block|wait/,
  ],
];

const likely = (status: string): "started" | "finished" | "dropped" | "waiting" =>
  LIKELY.find(([, words]) => words.test(fold(status)))?.[0] ?? "waiting";

/** Statuses of open items of which neither the tracker nor the team says what they mean, with a mapping to paste. */
export const unmappedStatuses = (
  items: Iterable<Facts>,
  options: { config: TeamConfig; rules: StageRules; where: string },
): Advice[] => {
  const { config, rules, where } = options;
  const standing = standingBy(rules);
  const { started, finished, dropped } = config.statuses;
  const said = new Set([...started, ...finished, ...dropped, ...(config.ready?.status ?? [])].map(fold));
  const counts = new Map<string, number>();
  for (const facts of items) {
    const { status, category } = facts;
    if (status === null || category !== null || said.has(fold(status))) continue;
    if (standing(facts).kind === "open") counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const names = [...counts.keys()];
  const seen = [...counts].map(([name, count]) => `${printable(name, 40)} (${count})`).join(", ");
  const list = (stage: ReturnType<typeof likely>, own: readonly string[]): string =>
    yamlList([...own, ...names.filter((name) => likely(name) === stage)]);
  const waiting = names.filter((name) => likely(name) === "waiting");
  const rest = waiting.length === 0 ? "" : ` # not begun, so in none of them: ${yamlList(waiting)}`;
  const mapping = `statuses: { started: ${list("started", started)}, finished: ${list("finished", finished)}, dropped: ${list("dropped", dropped)} }${rest}`;
  return [
    {
      where,
      text: `statuses that nobody says the meaning of count as not begun: ${seen}. By their words, to be checked and pasted into team.yaml:\n  ${mapping}`,
    },
  ];
};
