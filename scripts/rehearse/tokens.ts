/** The words of an expression of GitHub Actions. */
export type Token =
  | { kind: "literal"; value: string | number | boolean | null }
  | { kind: "name"; value: string }
  | { kind: "sign"; value: string };

const PATTERN =
  /\s*(?:'((?:[^']|'')*)'|(-?(?:0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?))|([a-z_][\w-]*)|(&&|\|\||[=!<>]=|[!<>()[\].,*]))/iy;

const KEYWORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** @throws when a character belongs to no expression */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = [];
  const source = text.trim();
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const at = PATTERN.lastIndex;
    const match = PATTERN.exec(source);
    if (match === null)
      throw new Error(`not an expression of GitHub Actions from "${source.slice(at)}" on: ${source}`);
    const [, quoted, number, name, sign] = match;
    if (quoted !== undefined) tokens.push({ kind: "literal", value: quoted.replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: "literal", value: Number(number) });
    else if (sign !== undefined) tokens.push({ kind: "sign", value: sign });
    else if (Object.hasOwn(KEYWORDS, name!)) tokens.push({ kind: "literal", value: KEYWORDS[name!]! });
    else tokens.push({ kind: "name", value: name! });
  }
  return tokens;
};
