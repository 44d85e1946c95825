import { isJson, listAt, textAt, valueAt } from "../json.ts";

/** How deep a description may be nested before the rest of it is left out. */
const DEEPEST = 50;

const marked = (node: unknown, mark: string): boolean =>
  listAt(node, "marks").some((one) => textAt(one, "type") === mark);

/** The words of a line, bold where all of it is. */
const inline = (node: unknown, depth: number): string => {
  const type = textAt(node, "type");
  if (type === "hardBreak") return "\n";
  if (type === "text") {
    const text = valueAt(node, "text");
    if (typeof text !== "string") return "";
    return marked(node, "strong") && text.trim() !== "" ? `**${text.trim()}**` : text;
  }
  if (depth > DEEPEST) return "";
  return listAt(node, "content")
    .map((child) => inline(child, depth + 1))
    .join("");
};

const block = (node: unknown, depth: number): string => {
  const type = textAt(node, "type");
  if (depth > DEEPEST) return "";
  const children = listAt(node, "content");
  if (type === "heading") return `# ${inline(node, depth)}\n`;
  if (type === "paragraph" || type === "codeBlock") return `${inline(node, depth)}\n`;
  if (type === "listItem" || type === "taskItem" || type === "decisionItem") {
    const isPlain = children.every((child) => ["text", "hardBreak"].includes(textAt(child, "type")));
    return `- ${isPlain ? `${inline(node, depth)}\n` : children.map((child) => block(child, depth + 1)).join("")}`;
  }
  if (type === "text" || type === "hardBreak") return inline(node, depth);
  return children.map((child) => block(child, depth + 1)).join("");
};

/**
 * What a description says, as lines of Markdown as far as headings, bold lines and list items go. Server and the older
 * interface give it as a text, Cloud as a tree of nodes.
 */
export const descriptionText = (value: unknown): { text: string; markup: "wiki" | "markdown" } =>
  isJson(value)
    ? { text: block(value, 0).trim(), markup: "markdown" }
    : { text: typeof value === "string" ? value : "", markup: "wiki" };
