import type { Source } from "./define.ts";
import { jira } from "./jira/source.ts";

/** Every export format, in the order in which a header is offered to them. */
export const sources: readonly Source[] = [jira];
