import { loadHistory } from "../../../src/history/store.ts";
import { begin, report } from "../support/children.ts";

// Reads a store as the report does: every line checked, and the changes replayed to prove the items and the order.

const [folder] = process.argv.slice(2) as [string];
const started = begin();
report(started, loadHistory(folder).changes.length);
