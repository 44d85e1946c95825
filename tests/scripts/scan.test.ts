import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { kindOfHeading } from "../../scripts/scan/headings.ts";
import { readWithheld } from "../../scripts/scan/read-values.ts";
import { scanFolder } from "../../scripts/scan/scan-folder.ts";
import { collectWithheld, type Kind } from "../../scripts/scan/withheld.ts";

const folders: string[] = [];
const folderWith = (files: Record<string, string>): string => {
  const folder = mkdtempSync(join(tmpdir(), "runway-scan-"));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const NAME = `Zoë "Q" O'Brien`;
const withName = () => {
  const withheld = collectWithheld();
  withheld.add("person", NAME, "exports/a.csv:2");
  return withheld;
};
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const html = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;").replaceAll("<", "&lt;");

describe("the scan of a site", () => {
  it.each([
    ["as it is", NAME],
    ["in HTML", html(NAME)],
    ["in JSON", json(NAME)],
    ["in the JSON of an attribute", html(json(NAME))],
    ["in JSON inside JSON", json(json(NAME))],
    [
      "with every letter as an entity",
      [...NAME].map((char) => `&#x${char.codePointAt(0)!.toString(16)};`).join(""),
    ],
    [
      "with every letter as a JSON escape",
      [...NAME].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    ],
    ["in an address", encodeURIComponent(NAME)],
    ["in a form's address", encodeURIComponent(NAME).replaceAll("%20", "+")],
    ["in capitals", NAME.toUpperCase()],
    ["with other blanks", NAME.replaceAll(" ", "\n  ")],
    ["decomposed", NAME.normalize("NFD")],
  ])("finds a name written %s", (_, written) => {
    for (const file of ["a/index.html", "api/a.json", "a.csv", "feed.xml", "badge.svg"]) {
      const leaks = scanFolder(folderWith({ [file]: `<p>before ${written} after</p>` }), withName());
      expect(leaks, file).toEqual([{ file, kind: "person", from: "exports/a.csv:2" }]);
    }
  });

  it("finds it in the name of a file", () => {
    expect(scanFolder(folderWith({ "zoë-q-o-brien.txt": "" }), withName())).toHaveLength(1);
  });

  it("names every file that holds it, though they share the piece of markup", () => {
    const page = `<html><p>${NAME}</p></html>`;
    expect(scanFolder(folderWith({ "a.html": page, "b.html": page }), withName())).toHaveLength(2);
  });

  it("never gives back the value", () => {
    const found = scanFolder(folderWith({ "a.html": NAME }), withName());
    expect(JSON.stringify(found)).not.toMatch(/zo|brien/i);
    expect(JSON.stringify(withName())).not.toMatch(/brien/i);
  });

  it("finds a part of a long text, six words of it in a row", () => {
    const withheld = collectWithheld();
    withheld.add("description", "As a buyer I want to pay later so that I can buy today", "x:1");
    expect(withheld.find("… I want to pay later so …")).toHaveLength(1);
    expect(withheld.find("I want to pay")).toEqual([]);
  });

  it("does not find words that only lie far apart", () => {
    expect(withName().find("Zoë was here, Q was not, and O'Brien left")).toEqual([]);
  });

  it("finds whatever was added wherever it stands", () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, words, words, (before, value, after) => {
        const withheld = collectWithheld();
        withheld.add("title", value.join(" "), "x:1");
        expect(withheld.find([...before, ...value, ...after].join(" - "))).toHaveLength(1);
      }),
    );
  });
});

describe("what is not looked for", () => {
  it.each(["QA", "abc", "12345", "2026-03-05", "- -", ""])(
    "is a value that stands everywhere: %s",
    (value) => {
      const withheld = collectWithheld();
      withheld.add("label", value, "x:1");
      expect(withheld.find(`a ${value} b`)).toEqual([]);
    },
  );

  it("is what stands in our own words or in what a team publishes", () => {
    const withheld = collectWithheld();
    withheld.add("label", "Sprint", "x:1");
    withheld.add("person", "Jo Marsh", "x:1");
    withheld.allow("const text = 'One sprint'");
    expect(withheld.find("Sprint 7")).toEqual([]);
    expect(withheld.find("by Jo Marsh")).toHaveLength(1);
  });
});

describe("what is read from the inputs", () => {
  const read = async (file: string, text: string) => {
    const withheld = collectWithheld();
    const kinds = new Set<Kind>(["title", "person", "description", "label", "branch"]);
    await readWithheld({ bytes: Buffer.from(text), file, withheld, kinds });
    return (value: string) => withheld.find(value).map(({ kind, from }) => `${kind} ${from}`);
  };

  it("is each withheld cell of a table, with its line", async () => {
    const find = await read(
      "a.csv",
      'Key,Summary,Assignee,Labels,Status\nA-1,"Two\nlines",Jo Marsh <jo@x.example>,deep-cut plain,Waiting\nA-2,Third thing,,,\n',
    );
    expect(find("Third thing")).toEqual(["title a.csv:4"]);
    expect(find("jo@x.example")).toEqual(["person a.csv:2"]);
    expect(find("Jo Marsh")).toEqual(["person a.csv:2"]);
    expect(find("deep-cut")).toEqual(["label a.csv:2"]);
    expect(find("Waiting")).toEqual([]);
  });

  it("is the same in JSON, XML and calendars", async () => {
    const inJson = await read(
      "a.json",
      '[{"title":"Deep cut","assignee":{"login":"jomarsh"},"state":"waiting"}]',
    );
    expect(inJson("deep cut by jomarsh, waiting")).toEqual(["title a.json:1", "person a.json:1"]);
    const inXml = await read(
      "a.xml",
      "<rss><item><summary>Deep cut</summary><assignee id='1'>Jo Marsh</assignee></item></rss>",
    );
    expect(inXml("Deep cut by Jo Marsh")).toHaveLength(2);
    const calendar = await read(
      "a.ics",
      "BEGIN:VCALENDAR\nATTENDEE;CN=Jo Mar\n sh;ROLE=X:mailto:jo@x.example\nEND:VCALENDAR",
    );
    expect(calendar("Jo Marsh")).toHaveLength(1);
    expect(calendar("jo@x.example")).toHaveLength(1);
  });

  it("is nothing from a file that is none of these", async () => {
    expect((await read("a.csv", ""))("anything")).toEqual([]);
    expect((await read("a.json", "{broken"))("broken")).toEqual([]);
  });

  it.each([
    ["Summary", "title"],
    ["Zusammenfassung", "title"],
    ["Assigned To", "person"],
    ["Assignee_Email", "person"],
    ["Custom field (Acceptance Criteria)", "description"],
    ["Tags", "label"],
    ["Status", null],
    ["Sprint", null],
    ["Project name", null],
  ])("of a column %s: %s", (heading, kind) => {
    expect(kindOfHeading(heading)).toBe(kind);
  });
});
