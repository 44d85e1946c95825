/**
 * Reads a file of `name=value` lines and `name<<MARK … MARK` blocks, as the runner does with GITHUB_OUTPUT and
 * GITHUB_ENV.
 * @throws when a line is neither
 */
export const parseCommandFile = (text: string): Record<string, string> => {
  const values: Record<string, string> = {};
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (line === "") continue;
    const equals = line.indexOf("=");
    const block = line.indexOf("<<");
    if (block !== -1 && (equals === -1 || block < equals)) {
      const mark = line.slice(block + 2);
      const end = lines.indexOf(mark, at + 1);
      if (end === -1) throw new Error(`a value has no end: ${line.slice(0, block)}`);
      values[line.slice(0, block)] = lines.slice(at + 1, end).join("\n");
      at = end;
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1);
    else throw new Error("a line of an output file is neither name=value nor a block");
  }
  return values;
};
