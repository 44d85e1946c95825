import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inert } from "../../src/components/text/inert.ts";
import { markdownItem, markdownText } from "../../src/components/text/markdown.ts";
import { pathName } from "../../src/components/text/path-name.ts";
import { runsDrySentence } from "../../src/components/text/runs-dry.ts";
import { shareClasses } from "../../src/components/text/share-classes.ts";
import { xmlText } from "../../src/components/text/xml.ts";

const anyText = fc.string({ unit: "binary", maxLength: 80 });

describe("the name of a sprint's folder", () => {
  test("is its id where a disk can hold it", () => {
    expect(["sprint-7", "sprint-ü-12", "スプリント-3"].map(pathName)).toEqual([
      "sprint-7",
      "sprint-ü-12",
      "スプリント-3",
    ]);
  });

  test("is never empty, never a way up, never too long, and never another one's", () => {
    const ids = ["", ".", "..", "a/b", "a".repeat(10_000), `${"a".repeat(9_999)}b`, "スプ".repeat(90)];
    const names = ids.map(pathName);
    expect(new Set(names).size).toBe(ids.length);
    for (const name of names) {
      expect(name).toMatch(/^[\p{L}\p{N}-]+$/u);
      expect(Buffer.byteLength(name)).toBeLessThan(255);
    }
  });
});

describe("a share as classes", () => {
  /** What the stylesheet adds up. */
  const sum = (classes: string): number => {
    const [, h, t, o] = /^h-(\d+) t-(\d) o-(\d)$/u.exec(classes) ?? [];
    return Number(h) * 100 + Number(t) * 10 + Number(o);
  };

  test("adds up to the share in thousandths", () => {
    expect(shareClasses(8, 39)).toBe("h-2 t-0 o-5");
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), (share) => {
        expect(sum(shareClasses(share, 1))).toBe(Math.max(1, Math.round(share * 1000)));
      }),
    );
  });

  test("is never nothing and never endless, whatever the size", () => {
    expect([shareClasses(0, 10), shareClasses(1e9, 1), shareClasses(5, 0)].map(sum)).toEqual([1, 1999, 1]);
  });
});

describe("foreign text", () => {
  test("loses what turns a line round, breaks it, or is forbidden in XML", () => {
    expect(inert("a\u202Egpj.exe\u0000\n b\uFFFE\uD800")).toBe("agpj.exe b");
    expect([...inert("x".repeat(10_000))]).toHaveLength(200);
  });

  test("is text in XML", () => {
    expect(xmlText(`<script>"&'`)).toBe("&lt;script&gt;&quot;&amp;&apos;");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)|[\p{Cc}\p{Cs}\ufffe\uffff]/u);
      }),
    );
  });

  test("is text in Markdown, and no HTML, link, picture or address", () => {
    expect(markdownText("<img src=x> [a](javascript:b) **c** `d` | e")).toBe(
      "\\<img src=x\\> \\[a\\]\\(javascript:b\\) \\*\\*c\\*\\* \\`d\\` \\| e",
    );
    expect(markdownText("https://evil.example")).toBe("https\\://evil.example");
    expect(markdownText("- 1. x")).toBe("\\- 1. x");
    fc.assert(
      fc.property(anyText, (text) => {
        expect(markdownText(text)).not.toMatch(/(?<!\\)(?:\\\\)*[<>[\]|`*_]/u);
      }),
    );
  });

  test("of an item links to the web only", () => {
    expect(markdownItem({ id: "A-1", title: "b", url: "https://a.example/x>) y" })).toBe(
      "[A-1](<https://a.example/x%3E)%20y>) b",
    );
    expect(markdownItem({ id: "A-1", title: null, url: "javascript:alert(1)" })).toBe("A-1");
  });
});

test("when the ready work is used up is a sentence, or nothing where nobody can tell", () => {
  expect(runsDrySentence({ p50: "2026-05-22", p85: "2026-05-29" })).toBe(
    "If nothing more becomes ready, the ready work is used up by 22 May 2026 as likely as not, by 29 May 2026 in 85 of 100 cases.",
  );
  expect(runsDrySentence({ p50: null, p85: null })).toBeNull();
});
