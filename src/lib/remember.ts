/**
 * A function of a text that answers each text once. For words that come again and again, such as statuses: what it has
 * answered it keeps, so it must not outlive what it is asked about.
 */
export const remember = <V extends string | boolean>(of: (text: string) => V): ((text: string) => V) => {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = of(text);
    known.set(text, value);
    return value;
  };
};
