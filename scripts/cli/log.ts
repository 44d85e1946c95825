/** In a GitHub Actions log an error also becomes a note on the very line of its file. */
const inActions = process.env.GITHUB_ACTIONS === "true";

const escapeData = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/** A plain line. Text of files never begins one, so that it cannot pass for a workflow command. */
export const say = (text: string): void => console.log(text);

/** A failure, and where: the process will end with 1. */
export const complain = (text: string, where?: { file: string; line: number }): void => {
  console.error(text);
  if (inActions) {
    const place = where ? ` file=${escapeProperty(where.file)},line=${where.line}` : "";
    console.log(`::error${place}::${escapeData(text)}`);
  }
};
