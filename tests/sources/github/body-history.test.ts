import { describe, expect, test } from "vitest";
import type { BodyEdit } from "../../../src/sources/github/answers.ts";
import { bodyFacts, bodyHistory } from "../../../src/sources/github/body-history.ts";
import { at, reading } from "./issue-builder.ts";

const WITH = "## Acceptance criteria\n\n- Paid.";

const version = (day: string, diff: string | null, id = day): BodyEdit => ({
  id,
  editedAt: at(day),
  deletedAt: null,
  editor: { __typename: "User", login: "ana" },
  diff,
});

const history = (edits: readonly BodyEdit[], body: string, includesCreation = true) =>
  bodyHistory(edits, { body, includesCreation, reading: reading() });

const criteria = (found: ReturnType<typeof history>) =>
  found && [found.first.acceptanceCriteria, ...found.events.map(({ set }) => set?.acceptanceCriteria)];

describe("the versions of a description", () => {
  const versions = [version("2026-01-05", ""), version("2026-01-06", WITH), version("2026-01-07", "Bare.")];

  test("tell how it began and what each edit made of it, whichever way round they come", () => {
    expect(criteria(history(versions, "Bare."))).toEqual([false, true, false]);
    expect(criteria(history(versions.toReversed(), "Bare."))).toEqual([false, true, false]);
  });

  test("of one second are told apart by the description as it is", () => {
    const second = [version("2026-01-05", "Bare.", "a"), version("2026-01-05", WITH, "b")];
    expect(criteria(history(second, WITH))).toEqual([false, true]);
    expect(criteria(history(second.toReversed(), WITH))).toEqual([false, true]);
  });

  test("without that of the creation leave its beginning unknown", () => {
    expect(history(versions.slice(1), "Bare.", false)?.first).toEqual({
      described: null,
      acceptanceCriteria: null,
    });
  });

  test("one that was deleted is an edit of unknown content", () => {
    const deleted = [versions[0]!, version("2026-01-06", null), versions[2]!];
    expect(criteria(history(deleted, "Bare."))).toEqual([false, undefined, false]);
    expect(history([version("2026-01-05", null), versions[2]!], "Bare.")?.first.described).toBeNull();
  });

  test("are of no use where the last is not the description, or there is none", () => {
    expect(history(versions, "Something else")).toBeNull();
    expect(history([], "Bare.")).toBeNull();
  });

  test("differ in nothing but line ends and outer blanks", () => {
    expect(history([version("2026-01-05", "A\r\nB ")], "A\nB")).not.toBeNull();
  });
});

test("a description counts characters without outer blanks, and an empty one is none", () => {
  const own = reading({ descriptionMin: 3 });
  expect(["", "  ab  ", "aéí", "👍👍👍"].map((text) => bodyFacts(text, own).described)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
