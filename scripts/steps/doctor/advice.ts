/** Something that the doctor has to say; a place makes it a warning there. */
export type Advice = { text: string; where: string | null };

export const note = (text: string): Advice => ({ text, where: null });

/** Words as a list of YAML in one line, each safe to paste. */
export const yamlList = (words: readonly string[]): string =>
  `[${words.map((word) => (/^[\p{L}][\p{L}\p{N} _-]*$/u.test(word) && !/^(?:yes|no|on|off|true|false|null|y|n)$/i.test(word) ? word : JSON.stringify(word))).join(", ")}]`;

/** The usual list that an `ignoreTypes` of one's own replaces, in English. */
export const IGNORED_TYPES_HINT = ["Epic", "Initiative", "Theme", "Sub-task", "Subtask"];
