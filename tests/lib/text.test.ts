import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePoints, compareCodePoints, compareKeys, fold, printable, slug } from "../../src/lib/text.ts";

describe("folding names", () => {
  test("is blind to case, blanks and the way letters are composed", () => {
    expect(fold("  In \t Progress\n")).toBe("in progress");
    expect(fold("In\u00a0Progress")).toBe("in progress");
    expect(fold("Fe\u0301rie")).toBe(fold("F\u00c9RIE"));
  });

  test("takes ß as ss and both small sigmas as one", () => {
    expect(fold("Größe")).toBe(fold("GRÖSSE"));
    expect(fold("ΟΔΟΣ")).toBe(fold("οδος"));
    expect(fold("οδος")).toBe(fold("οδοσ"));
  });

  test("takes typographic apostrophes as straight", () => {
    expect(fold("Won\u2019t do")).toBe("won't do");
    expect(fold("Won\u2018t do")).toBe(fold("Won\u02bct do"));
  });

  test("keeps letters apart that differ by an accent", () => {
    expect(fold("cafe")).not.toBe(fold("café"));
  });

  test("gives the same for a name in capitals, for every letter there is", () => {
    const apart: string[] = [];
    for (let code = 0x20; code < 0x2fff; code += 1) {
      const letter = String.fromCodePoint(code);
      if (fold(letter) !== fold(letter.toUpperCase())) apart.push(letter);
    }
    expect(apart).toEqual([]);
  });
});

describe("slugs", () => {
  test.each([
    ["Sprint 7", "sprint-7"],
    ["  Sprint -- 7! ", "sprint-7"],
    ["Größe Öl", "große-ol"],
    ["Спринт 7", "спринт-7"],
    ["Sprint ７", "sprint-7"],
    ["!?", ""],
  ])("of %j is %j", (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  test("stay as they are", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => slug(slug(text)) === slug(text)));
  });

  test("hold letters, digits and single hyphens only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(slug(text)).toMatch(/^(?:[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });
});

describe("order by code point", () => {
  test("puts an emoji behind the last letters of the basic plane, where UTF-16 puts it before", () => {
    expect("\u{1f600}" < "\uff21").toBe(true);
    expect(compareCodePoints("\u{1f600}", "\uff21")).toBeGreaterThan(0);
    expect(compareCodePoints("a\uff21", "a\u{1f600}b")).toBeLessThan(0);
  });

  test("puts a beginning before the whole", () => {
    expect(compareCodePoints("\u{1f600}", "\u{1f600}a")).toBeLessThan(0);
    expect(compareCodePoints("0|i", "0|i0")).toBeLessThan(0);
    expect(compareCodePoints("", "a")).toBeLessThan(0);
  });

  test("is the order of the UTF-8 bytes", () => {
    const texts = fc.string({ unit: "binary", maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe("order of keys", () => {
  test("takes numbers as numbers", () => {
    expect(["ABC-10", "ABC-9", "AB-11", "#2", "#12", "ABC-1"].sort(compareKeys)).toEqual([
      "#2",
      "#12",
      "AB-11",
      "ABC-1",
      "ABC-9",
      "ABC-10",
    ]);
  });

  test("keeps keys apart that only differ in leading zeros", () => {
    expect(compareKeys("A-07", "A-7")).not.toBe(0);
    expect(compareKeys("A-7", "A-7")).toBe(0);
  });

  test("is the same from any beginning", () => {
    const keys = fc.uniqueArray(
      fc
        .array(fc.constantFrom("A", "B", "-", "0", "1", "9", "10", "\u{1f600}"), { maxLength: 5 })
        .map((parts) => parts.join("")),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(keys, (list) => {
        expect(list.toReversed().sort(compareKeys)).toEqual(list.toSorted(compareKeys));
      }),
    );
  });
});

describe("text for messages", () => {
  test("counts an emoji as one", () => {
    expect(codePoints("a\u{1f600}")).toBe(2);
  });

  test("shows control characters instead of sending them to the terminal", () => {
    expect(printable("a\u001b[31mb\nc\td\u0085")).toBe("a\\u001b[31mb\\nc\\u0009d\\u0085");
  });

  test.each(["\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"])(
    "shows a character that changes the direction (%j)",
    (mark) => {
      expect(printable(`a${mark}b`)).toBe(`a\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}b`);
    },
  );

  test("is cut after 60 characters, never within one", () => {
    expect(printable("x".repeat(60))).toBe("x".repeat(60));
    expect(printable("\u{1f600}".repeat(61))).toBe(`${"\u{1f600}".repeat(60)}…`);
    expect(printable("abcdef", 3)).toBe("abc…");
  });
});
