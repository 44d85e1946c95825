/** What a run has read and not yet recorded, on the disk: so that the next one goes on where this one was stopped. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { EditsRead } from "./edits.ts";
import type { RawItem } from "./reduce-issue.ts";

/** What the pages were read for; pages that were read for something else are of no use. */
export type PendingHeader = { source: string; settings: string; after: number };

/** An item as its page told it. */
export type PageItem = {
  id: string;
  node: string;
  url: string;
  updatedAt: string;
  /** The last edit of the description whose history is still to be read; `null` when none is. */
  editedAt: string | null;
  /** The key of the title under which it came into its milestone, and that milestone. */
  taught: { key: string; milestone: string } | null;
  read: RawItem;
};

type Line =
  | { header: PendingHeader }
  | { item: PageItem }
  | { edits: EditsRead }
  /** An issue that GitHub could not give: the next run must see it again. */
  | { unread: { number: number; updatedAt: string } };

export type PendingState = {
  items: Map<string, PageItem>;
  edits: Map<string, EditsRead>;
  unread: Map<number, string>;
};

export type Pending = {
  state: PendingState;
  addPage: (items: readonly PageItem[]) => void;
  addEdits: (edits: readonly EditsRead[]) => void;
  addUnread: (unread: { number: number; updatedAt: string }) => void;
  /** Frees the memory; what was put away stays where it is. */
  forget: () => void;
  /** After everything was recorded and stored. */
  clear: () => void;
};

const emptyState = (): PendingState => ({ items: new Map(), edits: new Map(), unread: new Map() });

const apply = (state: PendingState, line: Line): void => {
  if ("item" in line) {
    const { item } = line;
    state.items.set(item.id, item);
    state.unread.delete(Number(item.id.slice(1)));
    // Read anew, so is its history; what it was for is known by the item alone.
    state.edits.delete(item.id);
  } else if ("edits" in line) state.edits.set(line.edits.id, line.edits);
  else if ("unread" in line) state.unread.set(line.unread.number, line.unread.updatedAt);
};

const NEWLINE = 10;

/** The whole lines of a file, one at a time: as one text, and as a list, it would be in memory twice more. */
function* linesOf(file: Buffer): Generator<Line, undefined> {
  let from = 0;
  for (let to = file.indexOf(NEWLINE); to !== -1; to = file.indexOf(NEWLINE, from)) {
    try {
      yield JSON.parse(file.toString("utf8", from, to)) as Line;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    from = to + 1;
  }
  return undefined;
}

const sameHeader = (line: Line | undefined, wanted: PendingHeader): boolean =>
  line !== undefined && "header" in line && JSON.stringify(line.header) === JSON.stringify(wanted);

/** Opens the pages of an unfinished reading; another reading's are thrown away. */
export const openPending = (path: string, header: PendingHeader): Pending => {
  const state = emptyState();
  const stringify = (line: Line): string => `${JSON.stringify(line)}\n`;
  const file = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const lines = linesOf(file);
  if (sameHeader(lines.next().value, header)) {
    for (const line of lines) apply(state, line);
    // A last line that a kill cut off is left out; what follows would be glued to it.
    truncateSync(path, file.lastIndexOf(NEWLINE) + 1);
  } else rmSync(path, { force: true });
  const add = (added: readonly Line[]): void => {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, stringify({ header }));
    }
    for (const line of added) apply(state, line);
    appendFileSync(path, added.map(stringify).join(""));
  };
  return {
    state,
    addPage: (items) => add(items.map((item) => ({ item }))),
    addEdits: (edits) => add(edits.map((one) => ({ edits: one }))),
    addUnread: (unread) => add([{ unread }]),
    forget: () => {
      for (const list of [state.items, state.edits, state.unread]) list.clear();
    },
    clear: () => rmSync(dirname(path), { force: true, recursive: true }),
  };
};
