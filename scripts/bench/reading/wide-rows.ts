/** A Jira export of very many columns, most of them empty, with descriptions of a given length. */
export const wideRows = function* (options: {
  rows: number;
  columns: number;
  description: number;
}): Generator<string> {
  const known = "Summary,Issue key,Issue Type,Status,Created,Description";
  const more = options.columns - known.split(",").length;
  yield `${known}${Array.from({ length: more }, (_, at) => `,Custom field (Field ${at})`).join("")}\n`;
  const description = "A sentence of the description.\n".repeat(Math.ceil(options.description / 31));
  const cells = Array.from({ length: more }, (_, at) => (at % 40 === 0 ? ",a value" : ",")).join("");
  for (let row = 1; row <= options.rows; row += 1) {
    yield `Item ${row},WIDE-${row},Story,To Do,10/Jan/26 11:19 AM,"${description}"${cells}\n`;
  }
};
