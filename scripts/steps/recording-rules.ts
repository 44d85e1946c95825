import type { TeamConfig } from "../../src/config/team-config.ts";
import type { RecordOptions } from "../../src/history/record.ts";
import { standingBy } from "../../src/model/stage.ts";
import { stageRules } from "../../src/report/settle.ts";

/** What counts as open, for the comparison that holds back a shrunken observation. */
export const recordingRules = (team: TeamConfig, options: { acceptShrink: boolean }): RecordOptions => {
  const standing = standingBy(stageRules(team));
  return { isOpen: (facts) => standing(facts).kind === "open", acceptShrink: options.acceptShrink };
};
