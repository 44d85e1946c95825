import type { Report } from "../../src/report/schema.ts";
import { plain, table } from "./markdown.ts";
import { ageOf, bandWord, headline, rowsNotRead, unbroken } from "./numbers.ts";

export type SummaryInput = {
  reports: readonly Report[];
  /** The reports that were published last, by team. */
  previous: ReadonlyMap<string, Report>;
  /** Ids of teams that could not be refreshed. */
  failed: readonly string[];
  /** Address of the site, with a slash at its end; `null` where there is none. */
  site: string | null;
  /** Why there is no link: the site is a download of this run, or was not built. */
  note: string | null;
};

/** GitHub drops a summary of more than 1 MiB. */
export const LARGEST = 900_000;
/** Findings that are listed of one team; its data page has all. */
const FINDINGS = 20;

const nameOf = (report: Report, site: string | null): string => {
  const name = plain(report.team.name, 60);
  return site === null ? name : `[${name}](${site}teams/${encodeURIComponent(report.team.id)}/)`;
};

const rowOf = (report: Report, { previous, failed, site }: SummaryInput): string[] => {
  const before = previous.get(report.team.id)?.metrics;
  const of = (id: "ready-depth" | "refinement-effort" | "order-churn", unit: string): string =>
    unbroken(headline(report.metrics[id], before?.[id], unit));
  const warnings = report.quality.filter(({ level }) => level !== "info").length;
  return [
    `${nameOf(report, site)}${failed.includes(report.team.id) ? " **not refreshed**" : ""}`,
    of("ready-depth", " sprints"),
    bandWord(report),
    of("refinement-effort", " %"),
    of("order-churn", " %"),
    ageOf(report),
    String(rowsNotRead(report)),
    String(warnings),
  ];
};

const HEAD = [
  "Team",
  "Ready depth",
  "Band",
  "Refinement effort",
  "Reorder churn",
  "Data as of",
  "Rows not read",
  "Warnings",
];

const findingsOf = (report: Report): string => {
  const findings = report.quality.filter(({ level }) => level !== "info");
  const lines = findings.slice(0, FINDINGS).map(({ level, text, where }) => {
    const places = where.slice(0, 3).map((place) => plain(place, 120));
    return `- ${level}: ${plain(text)}${places.length > 0 ? ` (${places.join(", ")})` : ""}`;
  });
  if (findings.length > FINDINGS) lines.push(`- … and ${findings.length - FINDINGS} more on the data page`);
  return lines.length === 0 ? "" : `### ${plain(report.team.name, 60)}\n\n${lines.join("\n")}`;
};

const failures = ({ failed, reports }: SummaryInput): string => {
  if (failed.length === 0) return "";
  const shown = new Set(reports.map(({ team }) => team.id));
  const lines = failed.map((id) =>
    shown.has(id)
      ? `- ${plain(id, 60)}: its page shows its last good data`
      : `- ${plain(id, 60)}: it has no page`,
  );
  return `### Not refreshed\n\n${lines.join("\n")}\n\nThe annotations of this run say what is wrong, and where.`;
};

/** Parts as long as they fit; what does not is counted, not cut in the middle. */
const fitting = (parts: readonly string[]): string => {
  let text = "";
  for (const [index, part] of parts.entries()) {
    const next = text === "" ? part : `${text}\n\n${part}`;
    if (Buffer.byteLength(next) > LARGEST - 200)
      return `${text}\n\n${parts.length - index} more parts are left out: the summary would be too long for GitHub.`;
    text = next;
  }
  return `${text}\n`;
};

/** The summary of a run: a row a team with its numbers and their change, what failed, and what the data lacks. */
export const writeSummary = (input: SummaryInput): string => {
  const { reports, site, note } = input;
  const link = site === null ? (note ?? "") : `[Open the dashboard](${site})`;
  const rows = reports.map((report) => rowOf(report, input));
  const changes = "In parentheses: the change since the last published report.";
  // A table is one part; with very many teams it is split, so that at least some of it is shown.
  const tables: string[] = [];
  for (let at = 0; at < rows.length; at += 500) tables.push(table(HEAD, rows.slice(at, at + 500)));
  const parts = [
    "## Backlog Runway",
    link,
    failures(input),
    ...(rows.length === 0 ? ["There is no team to show."] : [...tables, changes]),
    ...reports.map(findingsOf),
  ];
  return fitting(parts.filter((part) => part !== ""));
};
