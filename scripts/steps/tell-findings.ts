import type { Finding } from "../../src/model/observation.ts";
import { say, warn } from "../cli/log.ts";

/** Places of one kind that a log shows; the data page lists more. */
const PLACES = 3;

/** Names what could not be used, place by place below a team's folder. */
export const tellFindings = (dir: string, findings: readonly Finding[]): void => {
  for (const { count, first } of findings) {
    for (const { where, text } of first.slice(0, PLACES)) warn(`${dir}/${where}`, text);
    if (count > PLACES) say(`  … and ${count - PLACES} more like that, listed on the data page`);
  }
};
