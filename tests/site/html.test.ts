import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { itemName } from "../../src/components/item-name.ts";
import { html, type Markup } from "../../src/components/text/html.ts";

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What a browser makes of escaped text. */
const read = (text: string): string => text.replace(/&(\w+);/gu, (_, name: string) => ENTITIES[name]!);

describe("html", () => {
  test("foreign text stays text, between tags and in an attribute, whatever it is", () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "lt;", "\n", "a") }),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, words) => {
        const { text } = html`<p title="${title}">${words}</p>`;
        const [, attribute, content] = /^<p title="([^<>"]*)">([^<>]*)<\/p>$/u.exec(text)!;
        expect([read(attribute!), read(content!)]).toEqual([title, words]);
      }),
    );
  });

  test("markup inside markup stays markup, one piece or many; nothing is nothing", () => {
    const item = (name: string): Markup => html`<li>${name}</li>`;
    expect(html`<ul>${["a", "<b>"].map(item)}</ul>`.text).toBe("<ul><li>a</li><li>&lt;b&gt;</li></ul>");
    expect(html`<p>${html`<b>${0}</b>`}${null}${[]}</p>`.text).toBe("<p><b>0</b></p>");
  });

  test("the breaks and indents of a template are not part of what it says, those of a text are", () => {
    const { text } = html`
      <p>
        ${"one\n  two"} <b>three</b>
      </p>`;
    expect(text).toBe("<p>one\n  two <b>three</b></p>");
  });
});

describe("an item's name", () => {
  const named = (url: string | null, title: string | null = "Pay <later>"): string =>
    itemName({ id: 'A"1', title, url }).text;

  test("leads to the tracker, whose address cannot end its attribute", () => {
    expect(named('https://a.example/"><script>')).toBe(
      '<a class="key" href="https://a.example/&quot;&gt;&lt;script&gt;" rel="external noreferrer"><bdi>A&quot;1</bdi></a> <bdi>Pay &lt;later&gt;</bdi>',
    );
  });

  test("is text where there is no address on the web", () => {
    for (const url of [null, "javascript:alert(1)"])
      expect(named(url, null)).toBe('<bdi class="key">A&quot;1</bdi>');
  });
});
