import type { Tree } from "./tree.ts";

const SVG = "http://www.w3.org/2000/svg";

/** A tree as nodes of the page. */
export const drawTree = (tree: Tree, page: Document, isSvg = false): Node => {
  if (typeof tree === "string") return page.createTextNode(tree);
  const inSvg = isSvg || tree.tag === "svg";
  const made = inSvg ? page.createElementNS(SVG, tree.tag) : page.createElement(tree.tag);
  for (const [name, value] of Object.entries(tree.attributes)) made.setAttribute(name, value);
  made.append(...tree.children.map((child) => drawTree(child, page, inSvg)));
  return made;
};
