import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openCsv } from "../../../src/sources/files/csv-table.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rows = async (text: string): Promise<[line: number, ...cells: string[]][]> => {
  const found: [number, ...string[]][] = [];
  await openCsv(bytes(text), "exports/a.csv").read(({ line, cells }) => found.push([line, ...cells]));
  return found;
};
const header = (text: string): readonly string[] => openCsv(bytes(text), "exports/a.csv").header;

describe("rows of a table", () => {
  test("come without the header, each with its line", async () => {
    expect(await rows("a,b\n1,2\n3,4\n")).toEqual([
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
  });

  test("have the line on which they start, across cells of many lines and blank lines", async () => {
    expect(await rows('a,b\n1,"x\ny\nz"\n\n2,"p\nq"\n3,4\n')).toEqual([
      [2, "1", "x\ny\nz"],
      [6, "2", "p\nq"],
      [8, "3", "4"],
    ]);
  });

  test("have their line below a header of two lines", async () => {
    expect(header('a,"b\nc"\n1,2\n')).toEqual(["a", "b\nc"]);
    expect(await rows('a,"b\nc"\n1,2\n')).toEqual([[3, "1", "2"]]);
  });

  test("keep CRLF inside cells while rows end in LF, and the reverse", async () => {
    expect(await rows('a,b\n1,"x\r\ny"\n2,z\n')).toEqual([
      [2, "1", "x\r\ny"],
      [4, "2", "z"],
    ]);
    expect(await rows('a,b\r\n1,"x\ny"\r\n2,z\r\n')).toEqual([
      [2, "1", "x\ny"],
      [4, "2", "z"],
    ]);
  });

  test("may end in CR alone", async () => {
    expect(await rows("a,b\r1,2\r3,4\r")).toEqual([
      [2, "1", "2"],
      [3, "3", "4"],
    ]);
  });

  test("come though the file ends without a line end", async () => {
    expect(await rows("a,b\n1,2")).toEqual([[2, "1", "2"]]);
  });

  test("keep doubled quotes, separators and blanks as the cell has them", async () => {
    expect(await rows('a,b\n"say ""hi"", twice", x \n')).toEqual([[2, 'say "hi", twice', " x "]]);
  });

  test("come ragged as they are: short, wide and of separators only", async () => {
    expect(await rows("a,b,c\n1\n1,2,3,4\n,,\n1,2,3\n")).toEqual([
      [2, "1"],
      [3, "1", "2", "3", "4"],
      [4, "", "", ""],
      [5, "1", "2", "3"],
    ]);
  });

  test("are none under headings alone", async () => {
    expect(await rows("a,b\n")).toEqual([]);
    expect(await rows("a,b")).toEqual([]);
  });
});

describe("the separator", () => {
  test.each([
    ["a comma", ","],
    ["a tab, though the file is called .csv", "\t"],
    ["a semicolon", ";"],
  ])("may be %s", async (_, mark) => {
    expect(header(`a${mark}b${mark}c\n`)).toEqual(["a", "b", "c"]);
    expect(await rows(`a${mark}b${mark}c\n1${mark}"x${mark}y"${mark}3\n`)).toEqual([
      [2, "1", `x${mark}y`, "3"],
    ]);
  });

  test("is told by the header alone, outside its quotes", async () => {
    expect(await rows('"a;b;c;d;e",f\n"p;q",r\n')).toEqual([[2, "p;q", "r"]]);
    expect(await rows("a\tb\n1,2,3\t4,5,6\n")).toEqual([[2, "1,2,3", "4,5,6"]]);
  });

  test("is a comma where the header has one column", () => {
    expect(header("Issue key\nA-1\n")).toEqual(["Issue key"]);
  });
});

test("headings lose outer blanks and the byte order mark", () => {
  expect(header("\uFEFFSummary , Depende \n")).toEqual(["Summary", "Depende"]);
});

describe("half a file must not pass for a whole one", () => {
  const failure = async (text: string): Promise<string> => {
    try {
      return `taken: ${JSON.stringify(await rows(text))}`;
    } catch (error) {
      return (error as Error).message;
    }
  };

  test("when it is cut inside a quoted cell", async () => {
    const cut =
      /^exports\/a\.csv:\d+ › the file ends inside a quoted cell\. The download was probably cut off/;
    expect(await failure('a,b\n1,2\n3,"half a sent')).toMatch(cut);
    expect(await failure('a,b\n1,"half a sent\nand more\n2,x\n')).toMatch(cut);
  });

  test("when its last row is cut", async () => {
    expect(await failure("a,b,c\n1,2,3\n4,5")).toMatchInlineSnapshot(
      `"exports/a.csv:3 › the last row ends after 2 of 3 cells. The download was probably cut off: export the backlog again. Nothing of this file was used."`,
    );
  });

  test("but a short last row with its line end is whole", async () => {
    expect(await rows("a,b,c\n4,5\n")).toEqual([[2, "4", "5"]]);
  });
});

test("whatever cells are written come back, each row with its line", async () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "ł", ",", ";", '"', "\n", "\r\n", "\t", " ", "🛳"),
    maxLength: 8,
  });
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.constantFrom("\n", "\r\n"), async (table, end) => {
      const write = (cells: string[]): string =>
        cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(",") + end;
      const text = `x,y,z${end}${table.map(write).join("")}`;
      const expected = table.map((cells, index) => {
        const before = table.slice(0, index).map(write).join("");
        return [2 + before.split("\n").length - 1, ...cells];
      });
      expect(await rows(text)).toEqual(expected);
    }),
    { seed: 7 },
  );
});
