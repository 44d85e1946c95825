/** A number as a sentence shows it: at most two decimals, no trailing zeros. Full precision stays in the report. */
export const shown = (value: number | null, digits = 1): string =>
  value === null ? "unknown" : new Intl.NumberFormat("en", { maximumFractionDigits: digits }).format(value);

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${shown(count)} ${count === 1 ? one : many}`;
