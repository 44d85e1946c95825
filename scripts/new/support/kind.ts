/** A file that is written, or one that is there and gets a line more. */
type Written = { path: string; text: string };
type Edited = { path: string; edit: (text: string) => string };

/** A kind of unit that `npm run new` can begin: everything that the tests ask of a unit of it. */
export type Kind = {
  /** What is begun, in a few words, for the usage. */
  does: string;
  files: (id: string) => readonly Written[];
  edits: (id: string) => readonly Edited[];
  /** What is left to do by hand. */
  left: (id: string) => readonly string[];
};

/** `azure-devops` becomes `azureDevops`. */
export const camel = (id: string): string =>
  id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `azure-devops` becomes `Azure devops`. */
export const titled = (id: string): string => {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * Puts a line among its like, in their order.
 * @param like matches the lines that it belongs to
 * @throws Error where there are none: the file is no longer what this was written for
 */
export const insertSorted = (text: string, options: { line: string; like: RegExp }): string => {
  const lines = text.split("\n");
  const places = lines.flatMap((line, index) => (options.like.test(line) ? [index] : []));
  if (places.length === 0) throw new Error(`no place for the line: ${options.line}`);
  const before = places.find((place) => lines[place]! > options.line);
  lines.splice(before ?? places.at(-1)! + 1, 0, options.line);
  return lines.join("\n");
};

/**
 * Puts a line behind the last of its like.
 * @throws Error where there are none
 */
export const insertLast = (text: string, options: { line: string; like: RegExp }): string => {
  const lines = text.split("\n");
  const last = lines.findLastIndex((line) => options.like.test(line));
  if (last < 0) throw new Error(`no place for the line: ${options.line}`);
  lines.splice(last + 1, 0, options.line);
  return lines.join("\n");
};
