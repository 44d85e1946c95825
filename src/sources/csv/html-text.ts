const ENTITIES: Record<string, string> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** What a description in HTML says, as lines of Markdown as far as headings and lists go. */
export const htmlText = (html: string): string =>
  !html.includes("<") && !html.includes("&")
    ? html
    : html
        .replace(/<h[1-6][^>]*>/gi, "\n# ")
        .replace(/<li[^>]*>/gi, "\n- ")
        .replace(/<\/?(?:b|strong)(?:\s[^>]*)?>/gi, "**")
        .replace(/<(?:br|\/p|\/div|\/h[1-6]|\/li|\/?ul|\/?ol|p|div)[^>]*>/gi, "\n")
        .replace(/<[^>]*>/g, "")
        .replace(/&(nbsp|amp|lt|gt|quot|#39);/gi, (_, name: string) => ENTITIES[name.toLowerCase()]!)
        .replace(/\*\*\s*\*\*/g, "")
        .trim();
