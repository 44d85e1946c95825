/** A disk takes 255 bytes in a name; a letter of some scripts takes three. */
const LONGEST = 60;
const HASH_PRIME = 0x01_00_01_93;
const HASH_START = 0x81_1c_9d_c5;

/** FNV-1a in 32 bits: enough to tell the names of one team's sprints apart. */
const hash = (text: string): string => {
  let value = HASH_START;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), HASH_PRIME);
  return (value >>> 0).toString(36);
};

/**
 * An id as the name of a folder: itself where a disk and an address can hold it, else what they can and a hash.
 * @example pathName("sprint-7") → "sprint-7"; pathName("") → "-" and a hash
 */
export const pathName = (id: string): string => {
  const letters = [...id];
  if (letters.length <= LONGEST && /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(id)) return id;
  const kept = letters.slice(0, LONGEST / 2).filter((letter) => /[\p{L}\p{N}-]/u.test(letter));
  return `${kept.join("")}-${hash(id)}`;
};
