import { execFileSync } from "node:child_process";
import { median } from "./measure.ts";

/** What a child prints as its last line: how long its work took, by the clock and by the processor, and the most memory that it ever had. */
export type ChildReport = { ms: number; cpu: number; rss: number; count: number };

export type Begun = { at: number; cpu: NodeJS.CpuUsage };

/** From here on the work counts; what came before is setting up. */
export const begin = (): Begun => ({ at: performance.now(), cpu: process.cpuUsage() });

/** Hands a child's report over. Peak memory is the whole process, Node itself included. */
export const report = (begun: Begun, count: number): void => {
  const rss = process.resourceUsage().maxRSS * 1024;
  const { user, system } = process.cpuUsage(begun.cpu);
  const cpu = (user + system) / 1000;
  console.log(JSON.stringify({ ms: performance.now() - begun.at, cpu, rss, count } satisfies ChildReport));
};

const run = (script: string, args: readonly string[]): ChildReport => {
  const output = execFileSync(process.execPath, [script, ...args], { encoding: "utf8" });
  return JSON.parse(output.trim().split("\n").at(-1)!) as ChildReport;
};

/**
 * Runs scripts in processes of their own, one after the other and again from the first, so that whatever slows the
 * machine down slows all of them. Medians.
 */
export const interleaved = <Name extends string>(
  scripts: Readonly<Record<Name, { script: string; args: readonly string[] }>>,
  times: number,
): Record<Name, ChildReport> => {
  const names = Object.keys(scripts) as Name[];
  const reports = new Map<Name, ChildReport[]>(names.map((name) => [name, []]));
  for (let time = 0; time < times; time += 1) {
    for (const name of names) reports.get(name)!.push(run(scripts[name].script, scripts[name].args));
  }
  return Object.fromEntries(
    names.map((name) => {
      const all = reports.get(name)!;
      const of = (key: keyof ChildReport): number => median(all.map((one) => one[key]));
      return [name, { ms: of("ms"), cpu: of("cpu"), rss: of("rss"), count: of("count") }];
    }),
  ) as Record<Name, ChildReport>;
};
