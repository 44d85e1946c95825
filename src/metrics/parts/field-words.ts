import type { Known } from "../../history/knowledge.ts";

const FIELD_WORDS: Partial<Record<Known, string>> = {
  order: "the order (rank)",
  acceptanceCriteria: "acceptance criteria",
  described: "the description",
  blocked: "whether an item is blocked",
  labels: "labels",
  estimate: "estimates",
  status: "the status",
  createdAt: "when items were created",
};

/** What a page calls a field that is not known. */
export const fieldWords = (field: Known): string => FIELD_WORDS[field] ?? field;
