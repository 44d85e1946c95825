import { expect, test } from "vitest";
import { pseudonyms } from "../../../src/sources/github/people.ts";

const user = (login: string) => ({ __typename: "User", login });

test("a person is the same person everywhere in a repository, another one in another, and never a name", () => {
  const [here, again, there] = ["R_1", "R_1", "R_2"].map(pseudonyms);
  expect(here!(user("ana"))).toBe(again!(user("ana")));
  expect(new Set([here!(user("ana")), here!(user("ben")), there!(user("ana"))]).size).toBe(3);
  expect(here!(user("ana"))).toMatch(/^[0-9a-f]{10}$/);
});

test("apps are bots, by their type or by their name, and who is gone is a ghost", () => {
  const who = pseudonyms("R_1");
  expect([{ __typename: "Bot", login: "renovate" }, user("renovate[bot]"), null, undefined].map(who)).toEqual(
    ["bot", "bot", "ghost", "ghost"],
  );
});
