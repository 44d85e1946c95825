import { expect, test } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";
import { backlogOf, optionsOf } from "../support/team-builder.ts";

// A change here is a change of what every page, download and glossary says. After looking at the difference, renew
// it with npx vitest run tests/metrics/words.test.ts -u
test("the public words of every metric are what was agreed", async () => {
  const none = { observations: [], asOf: "2026-01-20T12:00:00Z" };
  const options = { ...optionsOf(backlogOf(none), none), band: [1.5, 2.5] as const, guideline: 8 };
  const words = metrics.map(({ id, title, question, unit, chart, needs, columns, process, ...metric }) => ({
    id,
    title,
    question,
    unit,
    chart,
    needs: needs.join(" "),
    columns: columns.map((column) => `${column.key}: ${column.title} (${column.unit})`),
    band: metric.band(options),
    process:
      process &&
      `from ${process.minimum}, ${process.wholeAtStart ? "whole at the start" : "whole at the end"}`,
    blank: metric.blank ?? null,
  }));
  await expect(`${JSON.stringify(words, null, 1)}\n`).toMatchFileSnapshot("golden/words.txt");
});
