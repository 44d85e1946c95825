import { BRIDGE_TERMS, bridgeWords } from "../../lib/bridge-words.ts";
import { toIso } from "../../lib/dates.ts";
import { siteLocale } from "../../lib/locale.ts";
import { ordinal, shown } from "../../lib/words.ts";
import type { CheckName } from "../../model/ready.ts";
import type { Report } from "../schema.ts";
import { levelOf, sinceWhen } from "../verdict.ts";
import { type Findings, inputOf, type Rule, sprintsOf } from "./context.ts";

type Bridge = Report["metrics"]["ready-depth"]["bridge"][number];

/** Terms that a sentence names, the largest first, and how large one must be to be worth a word. */
const TERMS_SAID = 3;
const WORTH_SAYING = 0.05;

/** What moved the depth since the last sprint began, the largest part first. */
const bridgeWordsOf = ({ results, names }: Findings): string => {
  const depth = results.get("ready-depth");
  const bridge = (depth?.extra.bridge as Bridge[] | undefined)?.at(-1);
  const begun = bridge && depth?.series.find((point) => toIso(point.at) === bridge.from);
  if (!bridge || !begun) return "";
  const parts = BRIDGE_TERMS.map((term) => [term, bridge.terms[term]] as const)
    .filter(([, value]) => Math.abs(value) >= WORTH_SAYING)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, TERMS_SAID)
    .map(([term, value]) => `${value > 0 ? "+" : "−"}${shown(Math.abs(value))} ${bridgeWords(term, value)}`);
  return parts.length === 0 ? "" : ` Since ${names.get(begun.sprint)} began: ${parts.join(", ")}.`;
};

/** How deep the ready work is against its band, since when, and what moved it. */
export const depthNow: Rule = (findings) => {
  const { results, names, band } = findings;
  const depth = results.get("ready-depth");
  if (depth === undefined || depth.value === null) return null;
  const level = levelOf(depth.value, band);
  const series = depth.series.map(({ sprint, value }) => ({ name: names.get(sprint)!, value }));
  const since = sinceWhen({ band, series }, level);
  const how =
    since === null
      ? ""
      : since.count === 1
        ? ` since ${since.name}`
        : ` for the ${ordinal(since.count)} sprint`;
  const text = `Ready depth is ${sprintsOf(depth.value, band)}, ${level} the ${shown(band[0])} to ${shown(band[1])} band${how}.`;
  return { metric: "ready-depth", text: `${text}${bridgeWordsOf(findings)}` };
};

/** What an item that fails a check still needs. */
const NEEDS: Record<CheckName, string> = {
  status: "the status",
  labels: "the label",
  estimate: "an estimate",
  acceptanceCriteria: "acceptance criteria",
  description: "a description",
  notBlocked: "to be unblocked",
  maxSize: "to be split",
};

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** How far planning gets from the top before it meets an item that is not ready. */
export const fromTheTop: Rule = (findings) => {
  const depth = findings.results.get("ready-depth");
  const first = depth?.inputs.firstUnready;
  const fromTop = inputOf(findings, "ready-depth", "fromTop");
  if (typeof first !== "string" || fromTop === null || fromTop >= findings.band[1]) return null;
  const failed = (depth?.extra.firstUnreadyFailed as CheckName[] | undefined) ?? [];
  const needs = failed.length === 0 ? "" : `: it still needs ${list(failed.map((check) => NEEDS[check]))}`;
  const size = shown(fromTop);
  return {
    metric: "ready-depth",
    text: `From the top of the backlog, ${size} ${size === "1" ? "sprint is" : "sprints are"} ready without a gap; ${first} is the first item that is not${needs}.`,
  };
};

/** Ids that a sentence still reads well with. */
const IDS_SAID = 3;

/** What the next refinement could do. */
export const nextAgenda: Rule = ({ agenda, band }) => {
  if (agenda === null || agenda.ids.length === 0) return null;
  const { ids, depth, minutes } = agenda;
  const what = ids.length <= IDS_SAID ? list(ids) : `the first ${shown(ids.length)} items of the worklist`;
  const pace = minutes === null ? "" : `, about ${shown(minutes, 0)} minutes at the logged pace`;
  return {
    metric: "ready-depth",
    text: `Refining ${what} would lift the depth to ${sprintsOf(depth, band)}${pace}.`,
  };
};

const dayWords = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(siteLocale(), {
    day: "numeric",
    month: "long",
    year: "numeric",
  });

/** Until when the ready work lasts, where there is less of it than the team wants. */
export const runsDry: Rule = ({ results, band }) => {
  const depth = results.get("ready-depth");
  const days = depth?.extra.runsDry as { p50: string | null; p85: string | null } | undefined;
  if (!depth || depth.value === null || depth.value >= band[0] || !days?.p50 || !days.p85) return null;
  return {
    metric: "ready-depth",
    text: `If nothing more becomes ready, the ready work is as likely as not to be used up by ${dayWords(days.p50)}, and 85 % likely by ${dayWords(days.p85)}.`,
  };
};
