/**
 * A piece of a page as a value: drawn at build by `Tree.astro` and in the browser by `draw-tree.ts`, so that the same
 * few functions say what both show. Text is text everywhere; there is no way to put markup in.
 */
export type Tree = string | Element;

type Element = { tag: string; attributes: Record<string, string>; children: Tree[] };

/** What is left out, so that a part can be written as `condition && …`. */
type Nothing = false | null;

/** @example el("p", { class: "soft" }, "as it is: ", el("b", {}, "1.8")) */
export const el = (
  tag: string,
  attributes: Record<string, string>,
  ...children: (Tree | Nothing)[]
): Element => ({
  tag,
  attributes,
  children: children.filter((child): child is Tree => child !== false && child !== null),
});

/** All the text of a tree, for those who ask what it says. */
export const textOfTree = (tree: Tree): string =>
  typeof tree === "string" ? tree : tree.children.map(textOfTree).join("");
