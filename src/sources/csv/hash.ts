import { createHash } from "node:crypto";

/** Ten characters that stand for a text and do not tell it. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 10);
