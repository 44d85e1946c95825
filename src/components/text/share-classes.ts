const THOUSAND = 1000;
const LARGEST = 1999;

/**
 * A width as classes, since a strict Content-Security-Policy forbids style attributes: thousandths of the whole, one
 * class a digit, which the stylesheet adds up.
 * @example shareClasses(8, 39) → "h-2 t-0 o-5"
 */
export const shareClasses = (part: number, whole: number): string => {
  const share = whole > 0 ? Math.min(LARGEST, Math.max(1, Math.round((part / whole) * THOUSAND))) : 1;
  const digits = { h: Math.floor(share / 100), t: Math.floor(share / 10) % 10, o: share % 10 };
  return `h-${digits.h} t-${digits.t} o-${digits.o}`;
};
