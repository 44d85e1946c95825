const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

const withoutEntities = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (found, hex, decimal, name) => {
    if (hex) return character(Number.parseInt(hex, 16));
    if (decimal) return character(Number(decimal));
    return NAMED[name.toLowerCase()] ?? found;
  });

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

const withoutBackslashes = (text: string): string =>
  text.replaceAll(
    /\\(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/gis,
    (_, braced, four, two, sign) => {
      const hex = braced ?? four ?? two;
      return hex ? character(Number.parseInt(hex, 16)) : (ESCAPES[sign] ?? sign);
    },
  );

const withoutPercents = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );

/**
 * A text as it is, and as a reader may see it: entities, JSON and URL encoding undone, one inside the other as the
 * props of an island are. Only forms that differ are given.
 */
export const readings = (text: string): string[] => {
  const forms = new Set([text]);
  const entities = text.includes("&") ? withoutEntities(text) : text;
  forms.add(entities);
  const escapes = entities.includes("\\") ? withoutBackslashes(entities) : entities;
  forms.add(escapes);
  const percents = escapes.includes("%") ? withoutPercents(escapes) : escapes;
  forms.add(percents);
  if (escapes.includes("&")) forms.add(withoutEntities(escapes));
  if (percents.includes("+")) forms.add(percents.replaceAll("+", " "));
  return [...forms];
};
