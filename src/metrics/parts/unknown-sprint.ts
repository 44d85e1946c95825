import type { Backlog } from "../../history/backlog.ts";
import type { Field } from "../../model/facts.ts";
import { type MetricResult, without } from "../define.ts";

/** Fields of which any one can tell that an item is in a sprint. */
const TELLING: readonly Field[] = ["sprint", "category", "status"];

/** Why nothing can be said of Sprint Backlogs, where the source tells neither sprints nor what is in progress. */
export const unknownSprint = (backlog: Backlog): MetricResult | null =>
  !backlog.isKnown || TELLING.some((field) => backlog.knows(field, backlog.asOf))
    ? null
    : without("not-applicable", "the source does not tell what is in a sprint (field: sprint)");
