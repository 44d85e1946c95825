import { unpackTrend } from "./trend-pack.ts";

/** The drawing made at build stays below, for assistive technology, for print, and until the other one is there. */
const wake = async (place: HTMLElement): Promise<void> => {
  const model = unpackTrend(place.dataset.trend ?? "");
  // Chart.js weighs more than the page: nobody loads it who does not scroll to a chart.
  const { drawTrend } = await import("./draw-trend.ts");
  const box = place.ownerDocument.createElement("div");
  box.className = "trend-awake";
  box.ariaHidden = "true";
  const canvas = place.ownerDocument.createElement("canvas");
  box.append(canvas);
  place.append(box);
  drawTrend(canvas, model);
};

/** Wakes each chart when it scrolls into view. A chart that cannot wake stays the still drawing that it was. */
export const wakeTrends = (page: ParentNode): void => {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      void wake(target as HTMLElement);
    }
  });
  for (const place of page.querySelectorAll("[data-trend]")) observer.observe(place);
};
