import { GHOST } from "../../model/change.ts";
import { hashOf } from "../csv/hash.ts";

/**
 * A pseudonym of an account: enough to tell two people apart from one export to the next, and no name. One tracker's
 * are told apart from another's.
 * @param account the tracker's own id of the account; empty for one that is gone
 */
export const pseudonym = (tracker: string, account: string): string =>
  account === "" ? GHOST : hashOf(`${tracker}\n${account}`);
