import { describe, expect, test } from "vitest";
import { DEFAULT_MATCH, matcherOf } from "../../../src/sources/effort/match.ts";

const NONE = { projects: [], tags: [], texts: [] };

describe("what counts as refinement", () => {
  test.each(["Weekly REFINEMENT", "Backlog  grooming", "Verfeinerung, Teil 2", "Refinamiento"])(
    "without a rule of the team's own: %s",
    (text) => {
      expect(matcherOf(DEFAULT_MATCH)({ ...NONE, texts: ["", text] })).toBe(true);
    },
  );

  test.each(["Planning", "Refine", ""])("but not %j", (text) => {
    const marks = { projects: ["Refinement"], tags: ["Refinement"], texts: [text] };
    expect(matcherOf(DEFAULT_MATCH)(marks)).toBe(false);
  });

  test("a project and a tag are named in full, a text in part; any one of them is enough", () => {
    const matches = matcherOf({ project: ["Shop Café"], tag: ["refine"], text: ["three amigos"] });
    expect(matches({ ...NONE, projects: ["shop  cafe\u0301"] })).toBe(true);
    expect(matches({ ...NONE, projects: ["Shop Café 2"] })).toBe(false);
    expect(matches({ ...NONE, tags: ["x", "REFINE"] })).toBe(true);
    expect(matches({ ...NONE, tags: ["refinement"] })).toBe(false);
    expect(matches({ ...NONE, texts: ["The Three Amigos meet"] })).toBe(true);
    expect(matches({ ...NONE, texts: ["Refinement"] })).toBe(false);
  });
});
