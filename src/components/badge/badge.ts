import { formatNumber } from "../../charts/numbers.ts";
import type { Report } from "../../report/schema.ts";
import { inert } from "../text/inert.ts";
import { xmlText } from "../text/xml.ts";

export interface Badge {
  label: string;
  message: string;
  /** Dark enough for white text. */
  color: string;
}

const COLORS: Record<Report["verdict"]["level"], string> = {
  within: "#00684a",
  below: "#9c4400",
  above: "#005a8f",
  unknown: "#55595d",
};
const LONGEST = 40;

const places: Record<Report["verdict"]["level"], string> = {
  within: ", in its band",
  below: ", below its band",
  above: ", above its band",
  unknown: "",
};

/** A team's ready depth in a few words. */
export const badgeOf = ({ team, metrics, verdict }: Report): Badge => {
  const { value } = metrics["ready-depth"];
  const figure = value === null ? null : formatNumber(value);
  return {
    label: `${inert(team.name, LONGEST)}: ready depth`,
    message:
      figure === null
        ? "not known yet"
        : `${figure} ${figure === "1" ? "sprint" : "sprints"}${places[verdict.level]}`,
    color: COLORS[verdict.level],
  };
};

/** What shields.io's endpoint badge reads. */
export const badgeJson = ({ label, message, color }: Badge): string =>
  `${JSON.stringify({ schemaVersion: 1, label, message, color })}\n`;

const HEIGHT = 20;
const PADDING = 7;
/** Of an 11 px sans serif; the text is fitted to it, so that a guess is good enough. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) => sum + (/[ -~\u00a0]/u.test(letter) ? (/[ijl.,:;'!| ]/u.test(letter) ? 3.6 : 6.6) : 11),
    0,
  );

/** The badge as a picture of its own. */
export const badgeSvg = ({ label, message, color }: Badge): string => {
  const [left, right] = [label, message].map((text) => Math.ceil(widthOf(text)) + 2 * PADDING) as [
    number,
    number,
  ];
  const text = (words: string, x: number, width: number): string =>
    `<text x="${x + PADDING}" y="14" textLength="${width - 2 * PADDING}" lengthAdjust="spacingAndGlyphs">${xmlText(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="${HEIGHT}" role="img" aria-label="${xmlText(`${label}: ${message}`)}">`,
    `<rect width="${left}" height="${HEIGHT}" fill="#33373b"/>`,
    `<rect x="${left}" width="${right}" height="${HEIGHT}" fill="${color}"/>`,
    `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">`,
    text(label, 0, left),
    text(message, left, right),
    "</g></svg>\n",
  ].join("");
};
