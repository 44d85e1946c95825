import type { Items } from "./items.ts";

/** The open items by what can be done with them today. */
export type Pool = {
  unready: string[];
  ready: string[];
  /** Ready and planned for a sprint that has come, from an earlier one too. */
  planned: string[];
  begun: string[];
};

export const poolOf = (items: Items, sprint: number): Pool => {
  const pool: Pool = { unready: [], ready: [], planned: [], begun: [] };
  for (const id of items.open) {
    const { category, status, sprint: assigned } = items.facts.get(id)!;
    if (category === "doing") pool.begun.push(id);
    else if (status !== "Ready") pool.unready.push(id);
    else if (assigned === null) pool.ready.push(id);
    else if (Number(assigned.slice("Sprint ".length)) <= sprint) pool.planned.push(id);
  }
  return pool;
};
