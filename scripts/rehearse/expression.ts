import { type Token, tokensOf } from "./tokens.ts";
import { asNumber, equal, isTrue, type Value } from "./values.ts";

export type Scope = {
  /** `github`, `inputs`, `needs`, `steps` and the like. */
  contexts: Readonly<Record<string, Value>>;
  functions: Readonly<Record<string, (...args: Value[]) => Value>>;
};

/** Property names are compared without regard to case, as Actions does. */
const property = (value: Value, key: string): Value => {
  if (value === null || typeof value !== "object") return null;
  if (Array.isArray(value)) return value[Number(key)] ?? null;
  const found = Object.keys(value).find((name) => name.toLowerCase() === key.toLowerCase());
  return found === undefined ? null : (value[found] ?? null);
};

type Reader = { peek: () => Token | undefined; next: () => Token; take: (sign: string) => boolean };

const readerOf = (text: string): Reader => {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  return {
    peek,
    next: () => {
      const token = tokens[at];
      if (token === undefined) throw new Error(`the expression ends too early: ${text}`);
      at += 1;
      return token;
    },
    take: (sign) => {
      const token = peek();
      if (token?.kind !== "sign" || token.value !== sign) return false;
      at += 1;
      return true;
    },
  };
};

const expectSign = (reader: Reader, sign: string): void => {
  if (!reader.take(sign)) throw new Error(`expected "${sign}" in an expression`);
};

const call = (name: string, reader: Reader, scope: Scope): Value => {
  const args: Value[] = [];
  if (!reader.take(")")) {
    do args.push(either(reader, scope));
    while (reader.take(","));
    expectSign(reader, ")");
  }
  const known = Object.keys(scope.functions).find((one) => one.toLowerCase() === name.toLowerCase());
  if (known === undefined) throw new Error(`the rehearsal knows no function ${name}()`);
  return scope.functions[known]!(...args);
};

const primary = (reader: Reader, scope: Scope): Value => {
  const token = reader.next();
  if (token.kind === "literal") return token.value;
  if (token.kind === "sign") {
    if (token.value === "!") return !isTrue(path(reader, scope));
    if (token.value !== "(") throw new Error(`"${token.value}" stands where a value should`);
    const value = either(reader, scope);
    expectSign(reader, ")");
    return value;
  }
  if (reader.take("(")) return call(token.value, reader, scope);
  if (!Object.hasOwn(scope.contexts, token.value)) throw new Error(`there is no context ${token.value} here`);
  return scope.contexts[token.value]!;
};

const path = (reader: Reader, scope: Scope): Value => {
  let value = primary(reader, scope);
  for (;;) {
    if (reader.take(".")) {
      const key = reader.next();
      if (key.kind !== "name") throw new Error(`"${key.value}" is no property`);
      value = property(value, key.value);
    } else if (reader.take("[")) {
      value = property(value, String(either(reader, scope)));
      expectSign(reader, "]");
    } else return value;
  }
};

const comparison = (reader: Reader, scope: Scope): Value => {
  const left = path(reader, scope);
  const token = reader.peek();
  const sign = token?.kind === "sign" ? token.value : "";
  if (!["==", "!=", "<", "<=", ">", ">="].includes(sign)) return left;
  reader.next();
  const right = path(reader, scope);
  if (sign === "==") return equal(left, right);
  if (sign === "!=") return !equal(left, right);
  const [a, b] = [asNumber(left), asNumber(right)];
  if (sign === "<") return a < b;
  if (sign === "<=") return a <= b;
  return sign === ">" ? a > b : a >= b;
};

const both = (reader: Reader, scope: Scope): Value => {
  let value = comparison(reader, scope);
  while (reader.take("&&")) {
    const right = comparison(reader, scope);
    value = isTrue(value) ? right : value;
  }
  return value;
};

const either = (reader: Reader, scope: Scope): Value => {
  let value = both(reader, scope);
  while (reader.take("||")) {
    const right = both(reader, scope);
    value = isTrue(value) ? value : right;
  }
  return value;
};

/** The value of what stands between `${{` and `}}`. As in Actions, `&&` and `||` give one of their sides. */
export const evaluate = (text: string, scope: Scope): Value => {
  const reader = readerOf(text);
  const value = either(reader, scope);
  if (reader.peek() !== undefined) throw new Error(`something follows the expression: ${text}`);
  return value;
};
