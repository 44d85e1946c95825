import { ordinal, shown } from "../lib/words.ts";
import type { Report } from "./schema.ts";

type Verdict = Report["verdict"];
type Level = Verdict["level"];

type VerdictInput = {
  value: number | null;
  reason: string | null;
  state: string;
  band: readonly [number, number];
  /** Depth at the start of each begun sprint, oldest first. */
  series: readonly { name: string; value: number | null }[];
};

export const levelOf = (value: number | null, [lower, upper]: readonly [number, number]): Level =>
  value === null ? "unknown" : value < lower ? "below" : value > upper ? "above" : "within";

const bandWords = ([lower, upper]: readonly [number, number]): string =>
  `${shown(lower)} to ${shown(upper)} sprints`;

/** Since which sprint the depth has been on this side of its band without a break; `null` when only since now. */
export const sinceWhen = (
  input: Pick<VerdictInput, "band" | "series">,
  level: Level,
): { name: string; count: number } | null => {
  let count = 0;
  for (const point of input.series.toReversed()) {
    if (levelOf(point.value, input.band) !== level) break;
    count += 1;
  }
  return count === 0 ? null : { name: input.series.at(-count)!.name, count };
};

/** With as many decimals as keep it on its side of the band: 1.96 is not the 2 that planning needs. */
export const shownWithin = (value: number, band: readonly [number, number]): string => {
  const level = levelOf(value, band);
  const digits = [1, 2, 3, 4].find((count) => levelOf(Number(value.toFixed(count)), band) === level) ?? 4;
  return shown(value, digits);
};

const HEADLINES: Record<Exclude<Level, "unknown">, (band: readonly [number, number]) => string> = {
  below: ([lower]) => `Planning needs ${shown(lower)}.`,
  within: () => "That is enough to plan from.",
  above: ([, upper]) => `More than ${shown(upper)} may go stale.`,
};

/** The first sentence of a team's page: whether its backlog is refined far enough ahead, against its own band. */
export const verdictOf = (input: VerdictInput): Verdict => {
  const level = levelOf(input.value, input.band);
  if (level === "unknown") {
    const headline =
      input.state === "not-applicable"
        ? "Ready depth can’t be told from this source."
        : "Ready depth is not known yet.";
    return { level, headline, detail: input.reason ? `Missing: ${input.reason}.` : "" };
  }
  const value = shownWithin(input.value!, input.band);
  const headline = `${value} ${value === "1" ? "sprint" : "sprints"} of work ${value === "1" ? "is" : "are"} ready. ${HEADLINES[level](input.band)}`;
  const place = level === "within" ? "Within" : level === "below" ? "Below" : "Above";
  const since = sinceWhen(input, level);
  const how =
    since === null
      ? ""
      : since.count === 1
        ? ` since ${since.name}`
        : ` for the ${ordinal(since.count)} sprint, since ${since.name}`;
  return { level, headline, detail: `${place} the band of ${bandWords(input.band)}${how}.` };
};
