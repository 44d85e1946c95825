import { markupText } from "./xml.ts";

/** Markup whose foreign texts are escaped, to be set as it is. Only `html` makes it, and nothing else looks like it. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

export type { Markup };

type Value = string | number | null | Markup | readonly Markup[];

const written = (value: Value): string => {
  if (typeof value === "string") return markupText(value);
  if (value === null) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "number") return String(value);
  let text = "";
  for (const one of value) text += one.text;
  return text;
};

/** The lines of a template, put together without the breaks and indents between them. */
const joined = new Map<TemplateStringsArray, readonly string[]>();

const partsOf = (template: TemplateStringsArray): readonly string[] => {
  let parts = joined.get(template);
  if (parts === undefined) {
    parts = template.map((part) => part.replace(/\s*\n\s*/gu, ""));
    joined.set(template, parts);
  }
  return parts;
};

/**
 * Markup as text, for what a page holds by the hundred: Astro makes objects of each element and attribute, which take
 * longer than all that is said in them. What is put in is escaped, so attributes need their quotes; null is nothing.
 * @example <ul set:html={html`${names.map((name) => html`<li>${name}</li>`)}`.text} />
 */
export const html = (template: TemplateStringsArray, ...values: readonly Value[]): Markup => {
  const parts = partsOf(template);
  let text = parts[0]!;
  for (let index = 0; index < values.length; index += 1) {
    text += written(values[index]!) + parts[index + 1]!;
  }
  return new Markup(text);
};
