import { fold, printable } from "../../../src/lib/text.ts";
import type { Facts } from "../../../src/model/facts.ts";
import { type Advice, IGNORED_TYPES_HINT, note, yamlList } from "./advice.ts";

/** Types whose rows are parents of other items: containers that count as items unless they are ignored. */
export const containerTypes = (
  items: ReadonlyMap<string, Facts>,
  options: { ignores: (facts: Facts) => boolean; given: readonly string[] | null },
): Advice[] => {
  const parents = new Map<string, number>();
  for (const facts of items.values()) {
    if (facts.parent === null || options.ignores(facts)) continue;
    const parent = items.get(facts.parent);
    if (parent === undefined || parent.type === null || options.ignores(parent)) continue;
    if (fold(parent.type) === fold(facts.type ?? "")) continue;
    parents.set(parent.type, (parents.get(parent.type) ?? 0) + 1);
  }
  if (parents.size === 0) return [];
  const names = [...parents.keys()];
  const seen = [...parents].map(([name, count]) => `${printable(name, 40)} (of ${count})`).join(", ");
  const list = yamlList([...(options.given ?? IGNORED_TYPES_HINT), ...names]);
  return [
    note(
      `types that are parents of items and count as items themselves: ${seen}. If they are containers, paste into team.yaml:\n  ignoreTypes: ${list}`,
    ),
  ];
};
