/** What messages call a query by: its name in the document. */
export const callOf = (document: string): string => /\bquery\s+(\w+)/.exec(document)?.[1] ?? "query";
