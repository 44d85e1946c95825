import { describe, expect, test } from "vitest";
import { BROKEN, isDocument, openDocument } from "../../../src/sources/documents/open-document.ts";
import { bytesOf } from "../jira/jira-file.ts";

const open = (text: string) => openDocument(bytesOf(text), "exports/a.json");

describe("a file of JSON", () => {
  test.each(['{"a":1}', "[]", "{}", ' \n[\n  {"a": 1}]', "\ufeff[1]".replace("1", '"x"'), "{", "["])(
    "is told by how %j begins",
    (text) => {
      expect(isDocument(bytesOf(text))).toBe(true);
    },
  );

  test.each(["", "Key,Status\n", "[CHART] Date,Key\n", "{Key},Status", '"Key","Status"'])(
    "is not %j",
    (text) => {
      expect(isDocument(bytesOf(text))).toBe(false);
    },
  );

  test("may be UTF-16, as a shell on Windows writes it", () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('[{"a":"é"}]', "utf16le")]);
    expect(isDocument(bytes)).toBe(true);
    expect(openDocument(bytes, "a.json").values).toEqual([[{ a: "é" }]]);
  });

  test("holds one value, one a line, or one behind the other", () => {
    expect(open('{"a":\n1}')).toEqual({ values: [{ a: 1 }], lines: [1] });
    expect(open('{"a":1}\n\n{"a":2}\r\n')).toEqual({ values: [{ a: 1 }, { a: 2 }], lines: [1, 3] });
    expect(open('{"a":"}{\\""}{"a":2}')).toEqual({ values: [{ a: '}{"' }, { a: 2 }], lines: [1, 1] });
    expect(open("[\n1]\n[\n2]\n")).toEqual({ values: [[1], [2]], lines: [1, 3] });
  });

  test("may have a damaged line among its lines", () => {
    expect(open('{"a":1}\n{"a":\n{"a":3}')).toEqual({
      values: [{ a: 1 }, BROKEN, { a: 3 }],
      lines: [1, 2, 3],
    });
  });

  test.each(['{"a":1', '[{"a":1},', '{\n"a": [\n', '{"a":1}\n{"a":', "[1][2", '{"a":"x', '[{"a":1}]]'])(
    "that is cut off is refused: %j",
    (text) => {
      expect(() => open(text)).toThrow(
        /^exports\/a\.json:\d+ › this begins like JSON and is not: .* cut off/,
      );
    },
  );
});
