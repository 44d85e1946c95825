/**
 * A map whose values are made when they are asked for, and not kept: where all of them at once would be too much. What
 * is asked for twice is made twice.
 */
export const lazyMap = <From, To>(
  from: ReadonlyMap<string, From>,
  make: (value: From, key: string) => To,
): ReadonlyMap<string, To> => {
  const entries = (): MapIterator<[string, To]> =>
    from.entries().map(([key, value]): [string, To] => [key, make(value, key)]);
  const map: ReadonlyMap<string, To> = {
    size: from.size,
    has: (key) => from.has(key),
    get: (key) => {
      const value = from.get(key);
      return value === undefined ? undefined : make(value, key);
    },
    keys: () => from.keys(),
    values: () => entries().map(([, value]) => value),
    entries,
    forEach: (act) => {
      for (const [key, value] of entries()) act(value, key, map);
    },
    [Symbol.iterator]: entries,
  };
  return map;
};
