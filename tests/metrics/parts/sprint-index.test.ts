import fc from "fast-check";
import { expect, test } from "vitest";
import { sprintIndex } from "../../../src/metrics/parts/sprint-index.ts";
import { runningAt } from "../../../src/model/sprint.ts";
import { SPRINTS } from "../../support/history-builder.ts";

test("finds what a look at every sprint finds, with pauses between them and outside of all", () => {
  const lengths = fc.array(fc.record({ pause: fc.nat(2), length: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(lengths, (list) => {
      let t = 0;
      const sprints = list.map(({ pause, length }) => {
        const start = t + pause;
        t = start + length;
        return { ...SPRINTS[0]!, start, end: t };
      });
      const find = sprintIndex(sprints);
      for (let at = -1; at <= t + 1; at += 0.5) expect(find(at)).toBe(runningAt(sprints, at));
    }),
  );
});
