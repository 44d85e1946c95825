/** Every order of some values. */
export const permutations = <T>(values: readonly T[]): T[][] =>
  values.length === 0
    ? [[]]
    : values.flatMap((value, index) =>
        permutations(values.toSpliced(index, 1)).map((rest) => [value, ...rest]),
      );

/** 0, 1, … below a count. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
