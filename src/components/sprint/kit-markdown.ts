import { formatCount, formatNumber } from "../../charts/numbers.ts";
import { markdownItem, markdownText } from "../text/markdown.ts";
import { lackWords } from "../text/words.ts";
import type { SprintKit } from "./sprint-kit.ts";

const signed = (value: number): string => (value > 0 ? `+${formatNumber(value)}` : formatNumber(value));

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", `## ${title}`, "", ...lines];

const numbers = (kit: SprintKit): string[] => [
  "| Number | This sprint | Sprint before | Usual | |",
  "| --- | ---: | ---: | --- | --- |",
  ...kit.numbers.map(
    ({ title, now, before, usual, says }) =>
      // But for a reason, these are the report's own words and figures.
      `| ${title} | ${now} | ${before} | ${usual} | ${markdownText(says)} |`,
  ),
];

const bridge = (kit: SprintKit): string[] =>
  (kit.bridge?.steps ?? []).map(
    ({ label, from, to, kind }) =>
      `- ${kind === "level" ? `**${label}: ${formatNumber(to)}**` : `${label}: ${signed(to - from)}`}`,
  );

const lacking = ({ failed = [] }: { failed?: readonly string[] }): string =>
  failed.length === 0 ? "" : ` (lacked: ${markdownText(lackWords(failed))})`;

const items = (kit: SprintKit): string[] =>
  (kit.items?.lists ?? []).map(
    ({ title, items }) =>
      `- **${title} (${items.length})**: ${items.map((item) => `${markdownItem(item)}${lacking(item)}`).join("; ")}`,
  );

const order = ({ order: { sentence, movers } }: SprintKit): string[] => {
  const lines = movers.map(
    (mover) =>
      `- ${markdownItem(mover)}: ${formatCount(mover.times, "time")}, ${formatCount(mover.distance, "place")}`,
  );
  return lines.length === 0 ? [sentence] : [sentence, "", ...lines];
};

/** The retrospective kit to paste into a wiki, a chat or an issue. */
export const kitMarkdown = (kit: SprintKit, { team, days }: { team: string; days: string }): string =>
  [
    `# ${markdownText(team)}, ${markdownText(kit.sprint.name)}`,
    "",
    `${days}${kit.ended ? "" : " (running, provisional)"}`,
    ...section("Numbers", numbers(kit)),
    ...section("Why ready depth changed", bridge(kit)),
    ...section("What happened to items", items(kit)),
    ...section("The order", order(kit)),
    ...section("Effort", [kit.effort]),
    ...section(
      "Questions",
      kit.questions.map(({ text }, index) => `${index + 1}. ${markdownText(text)}`),
    ),
    "",
  ].join("\n");
