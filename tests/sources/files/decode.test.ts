import { describe, expect, test } from "vitest";
import { decode } from "../../../src/sources/files/decode.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (input: Uint8Array): string => [...decode(input, "exports/a.csv")].join("");
const refusal = (input: Uint8Array): string => {
  try {
    return `taken: ${text(input)}`;
  } catch (error) {
    return (error as Error).message.replace(
      / Export the backlog again as CSV and put it in place of this file\.$/,
      "",
    );
  }
};
const utf16 = (content: string, bigEndian = false): Uint8Array => {
  const out = new Uint8Array(2 + content.length * 2);
  const view = new DataView(out.buffer);
  for (const [index, unit] of [0xfeff, ...[...content].map((char) => char.charCodeAt(0))].entries()) {
    view.setUint16(index * 2, unit, !bigEndian);
  }
  return out;
};

describe("what is no table is refused by name", () => {
  test.each([
    ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), "this is a PNG picture, not a CSV export."],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "this is a JPEG picture, not a CSV export."],
    ["a PDF", bytes("%PDF-1.7\n"), "this is a PDF, not a CSV export."],
    [
      "a workbook",
      Uint8Array.of(0x50, 0x4b, 3, 4, 20),
      "this is an Excel workbook or another ZIP archive, not a CSV export.",
    ],
    [
      "an old workbook",
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      "this is an old Excel workbook, not a CSV export.",
    ],
    ["a gzip", Uint8Array.of(0x1f, 0x8b, 8), "this is a gzip archive, not a CSV export."],
    ["nothing", new Uint8Array(), "the file is empty."],
    ["blanks only", bytes(" \r\n\t\n  "), "the file is empty."],
    ["separators only", bytes(',,,\n,,,\n"",""\n'), "the file is empty."],
    ["a byte order mark only", Uint8Array.of(0xef, 0xbb, 0xbf), "the file is empty."],
    ["other bytes", Uint8Array.of(65, 0, 66, 0, 67), "this is not a text file."],
  ])("%s", (_, input, expected) => {
    expect(refusal(input)).toBe(`exports/a.csv:1 › ${expected}`);
  });

  test.each([
    "<!DOCTYPE html><html>",
    "\n  <html lang='en'>",
    "<HEAD>",
    '<?xml version="1.0"?>',
    "\uFEFF<!doctype html>",
  ])("a web page: %j", (page) => {
    expect(refusal(bytes(page))).toBe(
      "exports/a.csv:1 › this is a web page, not a CSV export: probably the tracker's login page. Sign in first.",
    );
  });
});

describe("text is read", () => {
  test("as UTF-8, without its mark", () => {
    expect(text(bytes("\uFEFFKlucz zgłoszenia,Résumé,🛳\n"))).toBe("Klucz zgłoszenia,Résumé,🛳\n");
  });

  test("as UTF-16 of either byte order, by its mark", () => {
    expect(text(utf16("Zażółć,Größe\r\n"))).toBe("Zażółć,Größe\r\n");
    expect(text(utf16("Zażółć,Größe\r\n", true))).toBe("Zażółć,Größe\r\n");
  });

  test("as the code page of Windows where it is not UTF-8", () => {
    expect(text(Uint8Array.of(0x52, 0xe9, 0x73, 0x75, 0x6d, 0xe9, 0x3b, 0x80, 0x96))).toBe("Résumé;€–");
  });

  test("with characters whole where a piece ends inside one", () => {
    const long = `x${"ł".repeat(1 << 20)}`;
    const pieces = [...decode(bytes(long), "exports/a.csv")];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("") === long).toBe(true);
  });

  test("though an HTML tag stands further down", () => {
    expect(text(bytes("Summary\n<html>\n"))).toBe("Summary\n<html>\n");
  });
});
