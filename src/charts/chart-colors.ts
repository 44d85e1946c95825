export interface ChartColors {
  ink: string;
  inkSoft: string;
  line: string;
  lineStrong: string;
  paper: string;
  ready: string;
  band: string;
  signal: string;
  font: string;
}

/** The stylesheet's own colours and type, since a canvas does not inherit them. */
export const readChartColors = (element: Element): ChartColors => {
  const style = getComputedStyle(element);
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: color("ink"),
    inkSoft: color("ink-soft"),
    line: color("line"),
    lineStrong: color("line-strong"),
    paper: color("paper"),
    ready: color("ready"),
    band: color("band"),
    signal: color("signal"),
    font: style.fontFamily,
  };
};
