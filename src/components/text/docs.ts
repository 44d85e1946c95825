import type { MarkdownInstance } from "astro";

type Doc = MarkdownInstance<Record<string, unknown>>;

const modules = import.meta.glob<Doc>("../../docs/*.md", { eager: true });

const docs = new Map(
  Object.entries(modules).map(([file, doc]) => [file.replace(/^.*\/|\.md$/gu, ""), doc] as const),
);

/** The ids of every metric that has a doc. */
export const docIds = (): string[] => [...docs.keys()].sort();

/** The title of a metric's doc: its first heading. */
export const docTitle = (id: string): string => docs.get(id)?.getHeadings()[0]?.text ?? id;

/**
 * A metric's doc as HTML without its title, or null. Its sections become headings of the given level, and their ids
 * carry the metric's, since one page can hold every doc.
 */
export const docHtml = async (id: string, level: number): Promise<string | null> => {
  const doc = docs.get(id);
  if (doc === undefined) return null;
  const html = await doc.compiledContent();
  return html
    .replace(/<h1[^>]*>[\s\S]*?<\/h1>\s*/u, "")
    .replace(
      /<(\/?)h([2-6])/gu,
      (_, slash: string, depth: string) => `<${slash}h${Number(depth) + level - 2}`,
    )
    .replace(/ id="/gu, ` id="${id}-`);
};
