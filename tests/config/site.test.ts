import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatConfigError } from "../../src/config/errors.ts";
import { loadSite, parseTeam } from "../../src/config/load.ts";
import { CAUTIOUS_SITE, DEFAULT_SITE, parseSite, withinSite } from "../../src/config/site.ts";
import { LEAST } from "./team-file.ts";

const read = (text: string) => parseSite({ text, file: "data/site.yaml" });
const errorsOf = (text: string): string[] => (read(text).errors ?? []).map(formatConfigError);

describe("the site's configuration", () => {
  test("has a default for whatever it leaves out", () => {
    expect(read("").site).toEqual(DEFAULT_SITE);
    expect(read("# title: later\n\n").site).toEqual(DEFAULT_SITE);
    expect(read("locale: de-CH\n").site).toEqual({ ...DEFAULT_SITE, locale: "de-CH" });
    expect(read("title: Our teams\npublish: { titles: false }\n").site).toEqual({
      title: "Our teams",
      locale: "en-GB",
      publish: { titles: false, links: true },
    });
  });

  test("tells every mistake at once, each with its line and what was meant", () => {
    expect(
      errorsOf("titel: Teams\nlocale: de_DE.UTF-8\npublish: { titles: no, people: true }\n"),
    ).toMatchInlineSnapshot(`
      [
        "data/site.yaml:1 › titel: expected one of the keys "title", "locale" or "publish", found "titel". Did you mean "title"?",
        "data/site.yaml:2 › locale: expected a locale such as en-GB, found "de_DE.UTF-8". Did you mean de-DE?",
        "data/site.yaml:3 › publish.titles: expected true or false, found "no". Did you mean false?",
        "data/site.yaml:3 › publish.people: expected false, found true: people are never published",
      ]
    `);
    expect(errorsOf("locale: tlh-XX-never\n")).toMatchInlineSnapshot(`
      [
        "data/site.yaml:1 › locale: expected a locale such as en-GB, found "tlh-XX-never"",
      ]
    `);
    expect(errorsOf("Our teams\n")).toMatchInlineSnapshot(`
      [
        "data/site.yaml:1: expected settings of the site: lines such as \`title: Our teams\`, found "Our teams"",
      ]
    `);
  });
});

describe("the file", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "site-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));
  const load = () => {
    const { site, errors } = loadSite({ dataDir });
    return { site, errors: errors.map((error) => formatConfigError(error).replaceAll(dataDir, "data")) };
  };

  test("may be missing", () => {
    expect(load()).toEqual({ site: DEFAULT_SITE, errors: [] });
    expect(loadSite({ dataDir: join(dataDir, "nowhere") }).errors).toEqual([]);
  });

  test("is read with a byte order mark too", () => {
    writeFileSync(join(dataDir, "site.yaml"), "\uFEFFtitle: Teams\n");
    expect(load().site.title).toBe("Teams");
  });

  test.each<[string, () => void]>([
    ["that is wrong", () => writeFileSync(join(dataDir, "site.yaml"), "publish: { titel: false }\n")],
    ["that is no text", () => writeFileSync(join(dataDir, "site.yaml"), Uint8Array.of(0xff, 0xfe, 0x00))],
    ["that is a folder", () => mkdirSync(join(dataDir, "site.yaml"))],
    ["of another name", () => writeFileSync(join(dataDir, "site.yml"), "publish: { titles: false }\n")],
  ])("%s is named, and what it may forbid is forbidden", (_, make) => {
    make();
    const { site, errors } = load();
    expect(site).toEqual(CAUTIOUS_SITE);
    expect(errors).toMatchSnapshot();
  });
});

describe("what a team shows", () => {
  const team = (publish: string) =>
    parseTeam({ text: `${LEAST}publish: ${publish}\n`, file: "team.yaml", id: "checkout" }).team!;
  const shows = (own: string, site: { titles: boolean; links: boolean }) =>
    withinSite(team(own), { ...DEFAULT_SITE, publish: site }).publish;

  test("is the narrower of what it says and what the site says", () => {
    const all = { titles: true, links: true };
    expect(shows("{ titles: true }", all)).toEqual({ titles: true, links: true, people: false });
    expect(shows("{ titles: true, links: false }", all)).toMatchObject({ titles: true, links: false });
    expect(shows("{ titles: true }", { titles: false, links: true })).toMatchObject({ titles: false });
    expect(shows("{ links: true }", { titles: true, links: false })).toMatchObject({
      titles: null,
      links: false,
    });
  });
});
