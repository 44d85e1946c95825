import { type AsOf, asOfIn } from "../cli/as-of.ts";
import { say } from "../cli/log.ts";
import { TEAM_ID } from "../workflow/folders.ts";
import { guarded } from "./guard.ts";
import { lastGoodTeam } from "./last-good.ts";
import { reportTeam } from "./report.ts";

/**
 * Measures the teams whose configuration is wrong by the last one that was right, from what the store holds. Their
 * data is as old as their last good run, which the page says by itself; why is said on the data page.
 * @returns how many have a page by this
 */
export const reportBroken = async (
  ids: readonly string[],
  options: { data: string; asOf: AsOf },
): Promise<number> => {
  let reported = 0;
  for (const id of ids.filter((name) => TEAM_ID.test(name))) {
    const good = lastGoodTeam({ data: options.data, id });
    if (good === null) continue;
    say(`${id}: its team.yaml is wrong; shown by the one of ${good.day}, without new data.`);
    const text = `The team's configuration, team.yaml, has mistakes. This page goes by its last right version, of ${good.day}, and no new data is read until it is mended.`;
    const step = async (): Promise<boolean> => {
      await reportTeam(good.team, {
        ...options,
        asOf: asOfIn(options.asOf, good.team.config.timezone),
        remark: { id: "configuration-wrong", level: "error", count: 1, where: ["team.yaml"], text },
      });
      reported += 1;
      return true;
    };
    await guarded(id, step);
  }
  return reported;
};
