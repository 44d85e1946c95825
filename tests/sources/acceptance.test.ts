import { describe, expect, test } from "vitest";
import { hasAcceptanceCriteria } from "../../src/sources/acceptance.ts";

const wiki = (text: string, headings: string[] | null = null): boolean =>
  hasAcceptanceCriteria(text, { headings, markup: "wiki" });
const markdown = (text: string, headings: string[] | null = null): boolean =>
  hasAcceptanceCriteria(text, { headings, markup: "markdown" });

describe("acceptance criteria in wiki markup", () => {
  test.each([
    "h1. Acceptance criteria",
    "h3. Acceptance criteria",
    "h6. ACCEPTANCE CRITERIA",
    "  h3.  acceptance   criteria  ",
    "h3. Acceptance criteria:",
    "h3. *Acceptance criteria*",
    "*Acceptance criteria*",
    "*Acceptance criteria:*",
    "*Acceptance criteria*:",
    "{*}Acceptance criteria{*}",
    "H3. Acceptance criterion",
  ])("stand under %j", (heading) => {
    expect(wiki(`Some words.\n\n${heading}\n\n* it sails\n`)).toBe(true);
  });

  test.each(["* one", "- one", "# one", "** nested", "## nested", "1. one", "2) one", "  * indented"])(
    "are the list item %j",
    (item) => {
      expect(wiki(`h3. Acceptance criteria\nFor the captain:\n${item}`)).toBe(true);
    },
  );

  test.each([
    "Acceptance criteria",
    "Acceptance criteria:",
    "The *acceptance criteria* are below",
    "h7. Acceptance criteria",
    "h3 Acceptance criteria",
    "# Acceptance criteria",
    "h3. Acceptance criteria of the port",
  ])("do not stand under %j", (line) => {
    expect(wiki(`${line}\n\nh3. Notes\n* one`)).toBe(false);
  });

  test("take a leading # for a list item, not a heading", () => {
    expect(wiki("# Acceptance criteria\n* one")).toBe(false);
    expect(wiki("h3. Acceptance criteria\n# one\n# two")).toBe(true);
  });
});

describe("acceptance criteria in Markdown", () => {
  test.each([
    "# Acceptance criteria",
    "###### Acceptance Criteria",
    "## Acceptance criteria ##",
    "## **Acceptance criteria**",
    "**Acceptance criteria**",
    "**Acceptance criteria:**",
    "**Acceptance criteria**:",
    "__Acceptance criteria__",
  ])("stand under %j", (heading) => {
    expect(markdown(`${heading}\r\n\r\n- it sails\r\n`)).toBe(true);
  });

  test.each([
    "*Acceptance criteria*",
    "#Acceptance criteria",
    "Acceptance criteria",
    "- Acceptance criteria",
  ])("do not stand under %j", (line) => {
    expect(markdown(`${line}\n\n## Notes\n- one`)).toBe(false);
  });

  test("need a list item, not words", () => {
    expect(markdown("## Acceptance criteria\nIt sails.\n-\n*\n")).toBe(false);
    expect(markdown("## Acceptance criteria")).toBe(false);
  });

  test("may be checkboxes", () => {
    expect(markdown("## Acceptance criteria\n- [ ] it sails")).toBe(true);
  });
});

describe("the list", () => {
  test("counts only before the next heading", () => {
    expect(wiki("h3. Acceptance criteria\nNone yet.\nh3. Notes\n* one")).toBe(false);
    expect(wiki("h3. Acceptance criteria\nNone yet.\n*Notes*\n* one")).toBe(false);
    expect(markdown("## Acceptance criteria\nNone yet.\n### Notes\n- one")).toBe(false);
  });

  test("counts under a second such heading", () => {
    expect(wiki("h3. Acceptance criteria\nh3. Notes\n* one\nh3. Acceptance criteria\n* two")).toBe(true);
  });

  test("does not count above the heading", () => {
    expect(wiki("* one\nh3. Acceptance criteria\n")).toBe(false);
  });
});

describe("the words", () => {
  test.each([
    "Criterios de aceptación",
    "Critères d’acceptation",
    "Akzeptanzkriterien",
    "Kryteria akceptacji",
    "Critérios de aceitação",
    "Acceptatiecriteria",
    "Criteri di accettazione",
  ])("may be %s", (words) => {
    expect(wiki(`h3. ${words}\n* one`)).toBe(true);
    expect(wiki(`*${words.normalize("NFD")}:*\n* one`)).toBe(true);
  });

  test("are the team's own where it gives some, and then no others", () => {
    expect(wiki("h3. Definition of done\n* one", ["definition of done:"])).toBe(true);
    expect(wiki("h3. Acceptance criteria\n* one", ["definition of done"])).toBe(false);
  });
});
