import type { IssueRecord } from "./state.ts";

/** What sorting and filtering need to know of an issue. */
export type Head = Pick<IssueRecord, "id" | "number" | "createdAt" | "updatedAt">;

/** The issues of a repository by number. */
export interface IssueShelf {
  readonly get: (number: number) => IssueRecord | undefined;
  readonly add: (record: IssueRecord) => void;
  readonly remove: (number: number) => void;
  readonly heads: () => Head[];
}

/** A shelf whose issues are made when they are first asked for; what is changed afterwards stays changed. */
export const issueShelf = (
  heads: readonly Head[] = [],
  load: (number: number) => IssueRecord = (number) => {
    throw new Error(`issue ${number} can't be loaded`);
  },
): IssueShelf => {
  const known = new Map(heads.map((head) => [head.number, head]));
  const loaded = new Map<number, IssueRecord>();
  const add = (record: IssueRecord): void => {
    known.set(record.number, record);
    loaded.set(record.number, record);
  };
  return {
    add,
    get: (number) => {
      if (!loaded.has(number) && known.has(number)) add(load(number));
      return loaded.get(number);
    },
    remove: (number) => {
      known.delete(number);
      loaded.delete(number);
    },
    heads: () => [...known.values()],
  };
};
