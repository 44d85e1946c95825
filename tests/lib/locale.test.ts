import { afterEach, beforeEach, expect, test, vi } from "vitest";

// Formats are made once for a process, so each test loads what it tests anew.
beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

const inLocale = async (locale: string | undefined) => {
  vi.stubEnv("SITE_LOCALE", locale);
  const [{ formatAmount, formatNumber }, { formatDay }, { formatDate, formatRowInstant }, { plural, shown }] =
    await Promise.all([
      import("../../src/charts/numbers.ts"),
      import("../../src/charts/days.ts"),
      import("../../src/components/text/dates.ts"),
      import("../../src/lib/words.ts"),
    ]);
  const instant = "2026-03-05T22:54:00Z";
  return [
    [1.84, 0.0123, -12_345.6, 99.96].map(formatNumber).join(" "),
    formatAmount(7.54, "%"),
    formatDay("2026-03-02"),
    formatDate(instant, "Europe/Berlin"),
    formatRowInstant(instant, "Europe/Berlin"),
    shown(1234.56),
    plural(1234, "item"),
  ];
};

test("numbers and dates are written as the site's locale has them, the words stay English", async () => {
  expect(await inLocale("de-DE")).toMatchInlineSnapshot(`
    [
      "1,8 0,01 −12.346 100",
      "7,5 %",
      "2. März 2026",
      "5. März 2026",
      "5. März 2026, 23:54",
      "1.234,6",
      "1.234 items",
    ]
  `);
});

test("without a locale they are British", async () => {
  expect(await inLocale(undefined)).toMatchInlineSnapshot(`
    [
      "1.8 0.01 −12,346 100",
      "7.5 %",
      "2 Mar 2026",
      "5 Mar 2026",
      "5 Mar 2026, 23:54",
      "1,234.6",
      "1,234 items",
    ]
  `);
});

test("another order of the day, another grouping", async () => {
  expect(await inLocale("en-US")).toMatchInlineSnapshot(`
    [
      "1.8 0.01 −12,346 100",
      "7.5 %",
      "Mar 2, 2026",
      "Mar 5, 2026",
      "Mar 5, 2026, 23:54",
      "1,234.6",
      "1,234 items",
    ]
  `);
  vi.resetModules();
  expect(await inLocale("fr-FR")).toMatchInlineSnapshot(`
    [
      "1,8 0,01 −12 346 100",
      "7,5 %",
      "2 mars 2026",
      "5 mars 2026",
      "5 mars 2026, 23:54",
      "1 234,6",
      "1 234 items",
    ]
  `);
});

test("a page's own locale goes before the environment's, as in a browser", async () => {
  vi.stubEnv("SITE_LOCALE", "de-DE");
  vi.stubGlobal("document", { documentElement: { dataset: { locale: "fr-CH" } } });
  const { siteLocale } = await import("../../src/lib/locale.ts");
  expect(siteLocale()).toBe("fr-CH");
  vi.unstubAllGlobals();
});
