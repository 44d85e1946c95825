import { describe, expect, test } from "vitest";
import { toIso } from "../../../src/lib/dates.ts";
import { type DateOrder, dateOrderOf, parseWallClock } from "../../../src/sources/files/wall-clock-text.ts";

const parse = (text: string, options: { zone?: string; order?: DateOrder } = {}): string | null => {
  const at = parseWallClock(text, { zone: "UTC", order: "day-first", ...options });
  return at === null ? null : toIso(at);
};

describe("a date as Jira writes it", () => {
  test.each([
    ["10/Jan/26 11:19 AM", "2026-01-10T11:19:00Z"],
    ["01/Jan/26 9:57 AM", "2026-01-01T09:57:00Z"],
    ["29/Jan/16 02:53", "2016-01-29T02:53:00Z"],
    ["Nov/26/25 12:26 AM", "2025-11-26T00:26:00Z"],
    ["23/Jul/2026 7:36 PM", "2026-07-23T19:36:00Z"],
    ["2025-07-04 16:15", "2025-07-04T16:15:00Z"],
    ["2024-05-27 03:47:00", "2024-05-27T03:47:00Z"],
    ["11/May/24", "2024-05-11T00:00:00Z"],
    ["02/September/24 9:47 AM", "2024-09-02T09:47:00Z"],
    ["2025-11-15T04:00:00.000+0000", "2025-11-15T04:00:00Z"],
    ["2025-11-15T04:00:00.000-05:30", "2025-11-15T09:30:00Z"],
    ["2025-11-15T04:00:00Z", "2025-11-15T04:00:00Z"],
    ["21/abr/26 11:37 PM", "2026-04-21T23:37:00Z"],
    ["19/févr./26 7:31 PM", "2026-02-19T19:31:00Z"],
    ["12/lut/21 10:19 PM", "2021-02-12T22:19:00Z"],
    ["2025-07-01 08:35:49.149", "2025-07-01T08:35:49Z"],
    ["2025-07-01 08:35:49.1", "2025-07-01T08:35:49Z"],
    ["16/02/2017 15:26", "2017-02-16T15:26:00Z"],
    ["12-12-2024 14:42", "2024-12-12T14:42:00Z"],
    ["  10/jan/26 11:19 am ", "2026-01-10T11:19:00Z"],
  ])("reads %s", (text, expected) => {
    expect(parse(text)).toBe(expected);
  });

  test("reads 11/22/2025 22:48 and 5/12/2016 10:45 by the order of day and month", () => {
    expect(parse("11/22/2025 22:48", { order: "month-first" })).toBe("2025-11-22T22:48:00Z");
    expect(parse("11/22/2025 22:48", { order: "day-first" })).toBeNull();
    expect(parse("5/12/2016 10:45", { order: "day-first" })).toBe("2016-12-05T10:45:00Z");
    expect(parse("5/12/2016 10:45", { order: "month-first" })).toBe("2016-05-12T10:45:00Z");
  });

  test.each([
    "29:10.8",
    "yesterday",
    "11 days ago",
    "",
    "0",
    "45123.5",
    "Sprint 7",
    "10/Xyz/26 11:19 AM",
    "1/2/3",
  ])("does not take %j for a date", (text) => {
    expect(parse(text)).toBeNull();
  });

  test("does not know the text dates that only custom fields hold", () => {
    expect(parse("Tue Jul 01 08:35:49 UTC 2025")).toBeNull();
  });

  test.each([
    ["30/Feb/26 9:00 AM"],
    ["2026-02-29"],
    ["31/Apr/26"],
    ["0/Jan/26"],
    ["10/Jan/26 13:05 PM"],
    ["10/Jan/26 25:00"],
    ["10/Jan/26 9:60 AM"],
    ["2026-00-10 10:00"],
    ["2025-11-15T04:00:00+99:00"],
  ])("has none for the impossible %s", (text) => {
    expect(parse(text)).toBeNull();
  });
});

describe("the twelve hours", () => {
  test.each([
    ["12:00 AM", "00:00"],
    ["12:59 AM", "00:59"],
    ["1:00 AM", "01:00"],
    ["12:00 PM", "12:00"],
    ["12:59 PM", "12:59"],
    ["11:59 PM", "23:59"],
    ["12:30 a.m.", "00:30"],
    ["1:30pm", "13:30"],
  ])("know %s as %s", (text, expected) => {
    expect(parse(`10/Jan/26 ${text}`)).toBe(`2026-01-10T${expected}:00Z`);
  });
});

describe("months", () => {
  const languages = {
    Spanish: "ene feb mar abr may jun jul ago sep oct nov dic",
    French: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    Polish: "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    English: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    Portuguese: "jan fev mar abr mai jun jul ago set out nov dez",
    German: "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "English in full":
      "January February March April May June July August September October November December",
  };
  test.each(Object.entries(languages))(
    "are read in %s, in any case and with a dot or without",
    (_, names) => {
      names.split(" ").forEach((name, index) => {
        const expected = `2026-${String(index + 1).padStart(2, "0")}-05T15:00:00Z`;
        for (const word of [name, name.toUpperCase(), `${name.replace(".", "")}.`]) {
          expect(parse(`05/${word}/26 3:00 PM`), word).toBe(expected);
        }
      });
    },
  );

  test.each(["en", "es", "fr", "pl", "de", "pt-BR"])(
    "are read as Unicode's tables abbreviate them in %s",
    (locale) => {
      for (let month = 0; month < 12; month += 1) {
        const parts = new Intl.DateTimeFormat(locale, {
          day: "numeric",
          month: "short",
          timeZone: "UTC",
        }).formatToParts(Date.UTC(2026, month, 5));
        const word = parts.find(({ type }) => type === "month")!.value;
        expect(parse(`05/${word}/26 3:00 PM`), word).toBe(toIso(Date.UTC(2026, month, 5, 15)));
      }
    },
  );

  test("are read with composed and decomposed accents alike", () => {
    expect(parse("19/févr./26".normalize("NFD"))).toBe("2026-02-19T00:00:00Z");
  });
});

describe("a wall clock", () => {
  const berlin = (text: string) => parse(text, { zone: "Europe/Berlin" });
  test("is that of the zone, winter and summer", () => {
    expect([berlin("10/Jan/26 12:00 PM"), berlin("10/Jul/26 12:00 PM")]).toEqual([
      "2026-01-10T11:00:00Z",
      "2026-07-10T10:00:00Z",
    ]);
  });

  test("takes the earlier instant of a repeated hour", () => {
    expect(berlin("25/Oct/26 2:30 AM")).toBe("2026-10-25T00:30:00Z");
  });

  test("moves a skipped hour forward", () => {
    expect(berlin("29/Mar/26 2:30 AM")).toBe("2026-03-29T01:30:00Z");
    expect(parse("29/Mar/26", { zone: "Asia/Beirut" })).toBe("2026-03-28T22:00:00Z");
  });

  test("is overruled by an offset in the text", () => {
    expect(berlin("2025-11-15T04:00:00.000+0000")).toBe("2025-11-15T04:00:00Z");
  });
});

test("a cell of numbers says whether day or month comes first, where it can", () => {
  expect(
    ["16/02/2017 15:26", "11/22/2025", "5/12/2016", "7.6.2025 14:59:28", "10/Jan/26", "2026-01-10", "x"].map(
      dateOrderOf,
    ),
  ).toEqual(["day-first", "month-first", "either", "either", null, null, null]);
});
