import { DamagedStore } from "../../src/history/jsonl.ts";
import { complain } from "../cli/log.ts";

/** Runs one team's step so that its failure never takes another team down; a damaged store is named line by line. */
export const guarded = async (team: string, step: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await step();
  } catch (error) {
    if (error instanceof DamagedStore) {
      for (const { file, line, reason } of error.damages)
        complain(`${file}:${line} › damaged line: ${reason}`, { file, line });
      complain(error.remedy);
      return false;
    }
    complain(`${team}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return false;
  }
};
