/** An estimate cell: the number, `null` for unset, or `"unreadable"` for text and negative numbers. */
export const parseEstimate = (
  text: string,
  options: { zeroIsSize: boolean },
): number | null | "unreadable" => {
  const cell = text.trim();
  if (cell === "") return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(cell)) return "unreadable";
  const value = Number(cell.replace(",", "."));
  if (value < 0) return "unreadable";
  // Jira writes 0.0 where nobody has estimated.
  return value === 0 && !options.zeroIsSize ? null : value;
};
