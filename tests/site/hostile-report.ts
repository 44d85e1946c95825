import type { Report } from "../../src/report/schema.ts";
import { sampleReport } from "./sample-report.ts";

/** Text that would run, break out, reverse the line, or push a page wide, if a page let it. */
export const SCRIPT = `<script>document.title="owned"</script>`;
export const IMAGE = `"><img src=x onerror=alert(1)>`;
const FORMULA = `=HYPERLINK("http://evil.example","click")`;
const REVERSED = "\u202Etxt.exe";
const LONG = "Donaudampfschifffahrtsgesellschaft".repeat(12);

const HOSTILE_MOVERS = [{ id: REVERSED, title: LONG, url: "javascript:alert(1)", times: 1, distance: 3 }];

/** The sample with every free text replaced by something hostile. */
export const hostileReport = (): Report => {
  const report = sampleReport({
    team: { id: "hostile", name: `${SCRIPT} & Sons`, timezone: "Asia/Kathmandu", unit: "points" },
  });
  const depth = report.metrics["ready-depth"];
  const churn = report.metrics["order-churn"];
  return {
    ...report,
    sprints: report.sprints.map((sprint, index) => ({
      ...sprint,
      name: index % 2 === 0 ? FORMULA : `@${sprint.name}`,
    })),
    rule: [{ check: "status", text: SCRIPT }],
    metrics: {
      ...report.metrics,
      "ready-depth": {
        ...depth,
        inputs: { ...depth.inputs, firstUnready: SCRIPT },
        explain: [{ title: IMAGE, text: SCRIPT }],
        nextSprints: (depth.nextSprints ?? []).map((shelf) => ({
          ...shelf,
          name: SCRIPT,
          items: shelf.items.map((item) => ({
            ...item,
            id: `${IMAGE}${item.id}`,
            title: LONG,
            url: "javascript:alert(1)",
          })),
        })),
      },
      "order-churn": {
        ...churn,
        movers: HOSTILE_MOVERS,
        moversBySprint: churn.moversBySprint.map((one) => ({ ...one, movers: HOSTILE_MOVERS })),
      },
    },
    worklist: [
      {
        id: IMAGE,
        title: `${LONG} ${REVERSED} ${SCRIPT}`,
        url: "javascript:alert(1)",
        failed: [SCRIPT],
        size: 3,
        ageDays: 1,
      },
    ],
    agenda: { ids: [IMAGE], depth: 2.1, minutes: null },
    verdict: { level: "below", headline: `${SCRIPT} ${LONG}`, detail: IMAGE },
    insights: [{ metric: "ready-depth", text: SCRIPT }],
    annotations: [{ on: "not a day", text: IMAGE }],
    quality: [
      { id: "row-unreadable", level: "error", count: 1, where: [`exports/${LONG}.csv:1`], text: SCRIPT },
    ],
    withheld: [{ what: SCRIPT, why: IMAGE, count: null }],
  };
};
