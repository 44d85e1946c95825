import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveHistory } from "../../src/history/store.ts";
import { FIVE_YEARS, type Scale, simulate } from "./five-years/simulate.ts";
import { interleaved } from "./support/children.ts";
import type { Measure } from "./support/measure.ts";

/** Runs of each process; the median counts. Ten times the history takes ten times as long. */
const TIMES = 7;
const TIMES_OF_TEN = 3;

const here = (name: string): string => join(import.meta.dirname, "five-years", name);

/** Writes a history as a store; what is needed to measure it, and what it holds in words. */
const write = (folder: string, scale: Scale): { args: [string, string]; size: string } => {
  const { history, asOf } = simulate(scale);
  saveHistory(folder, history);
  const [changes, items] = [history.changes.length, history.state.items.size].map((count) =>
    count.toLocaleString("en"),
  );
  return {
    args: [folder, String(asOf)],
    size: `${items} items, ${changes} changes, ${scale.sprints} sprints`,
  };
};

/** Everything that is measured of five years of history, against merely reading them, and of ten times as much. */
export const bench = (): Measure[] => {
  const folder = mkdtempSync(join(tmpdir(), "history-"));
  try {
    const one = write(join(folder, "one"), FIVE_YEARS);
    const { bare, load, all, whole } = interleaved(
      {
        bare: { script: here("bare.ts"), args: one.args },
        load: { script: here("load.ts"), args: one.args },
        all: { script: here("metrics.ts"), args: one.args },
        whole: { script: here("report.ts"), args: one.args },
      },
      TIMES,
    );
    const ratio = (scale: Scale, name: string): Measure => {
      const ten = write(join(folder, name), scale);
      // Once again beside it: a machine that slows down in the meantime would be taken for growth.
      const { of, once } = interleaved(
        {
          of: { script: here("metrics.ts"), args: ten.args },
          once: { script: here("metrics.ts"), args: one.args },
        },
        TIMES_OF_TEN,
      );
      rmSync(join(folder, name), { recursive: true });
      return {
        name: `ten times the history, ${name} ÷ once`,
        value: of.ms / once.ms,
        goal: 11,
        detail: `${of.ms.toFixed(0)} ms to ${once.ms.toFixed(0)} ms; ${ten.size}`,
      };
    };
    return [
      {
        name: "every metric ÷ reading and JSON.parse alone",
        value: all.ms / bare.ms,
        goal: 3,
        detail: `${all.ms.toFixed(0)} ms to ${bare.ms.toFixed(0)} ms; ${all.count} metrics, ${one.size}`,
      },
      {
        name: "every metric and the report ÷ reading and JSON.parse alone",
        value: whole.ms / bare.ms,
        goal: null,
        detail: `${whole.ms.toFixed(0)} ms to ${bare.ms.toFixed(0)} ms`,
      },
      {
        name: "loading and proving the store ÷ reading and JSON.parse alone",
        value: load.ms / bare.ms,
        goal: null,
        detail: `${load.ms.toFixed(0)} ms to ${bare.ms.toFixed(0)} ms`,
      },
      ratio({ ...FIVE_YEARS, wide: 10 }, "ten times the items"),
      ratio({ ...FIVE_YEARS, sprints: 10 * FIVE_YEARS.sprints }, "ten times as long"),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
