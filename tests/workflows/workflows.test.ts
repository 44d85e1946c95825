import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readWorkflow, type StepFile } from "../../scripts/rehearse/workflow-file.ts";

const root = resolve(import.meta.dirname, "../..");
const files = globSync(".github/workflows/*.yml", { cwd: root }).sort();
const text = (file: string): string => readFileSync(join(root, file), "utf8");
const jobsOf = (file: string) => Object.entries(readWorkflow(join(root, file)).jobs);
const stepsOf = (file: string): { job: string; step: StepFile }[] =>
  jobsOf(file).flatMap(([job, { steps }]) => steps.map((step) => ({ job, step })));

describe.each(files)("%s", (file) => {
  it("gives no right to a job that does not ask for it", () => {
    expect((parse(text(file)) as { permissions?: unknown }).permissions).toEqual({});
    const raw = parse(text(file)) as { jobs: Record<string, { permissions?: Record<string, string> }> };
    for (const [job, { permissions }] of Object.entries(raw.jobs)) {
      expect(permissions, job).toBeTypeOf("object");
      expect(Object.values(permissions ?? {}), job).not.toContain("write-all");
    }
  });

  it("pins every action by its commit, with the version beside it", () => {
    const uses = text(file)
      .split("\n")
      .filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
      [],
    );
  });

  it("pins one action to one commit", () => {
    const pins = new Map<string, Set<string>>();
    for (const [, action, pin] of text(file).matchAll(/uses: ([\w-]+\/[\w-]+)[\w/-]*@(\S+)/g))
      pins.set(action!, (pins.get(action!) ?? new Set()).add(pin!));
    expect([...pins].filter(([, commits]) => commits.size > 1)).toEqual([]);
  });

  it("puts no expression into the text of a script", () => {
    expect(stepsOf(file).filter(({ step }) => (step.run ?? "").includes("${{"))).toEqual([]);
  });

  it("starts on nothing that a stranger can cause with rights in hand", () => {
    const events = Object.keys((parse(text(file)) as { on: object }).on);
    for (const event of ["pull_request_target", "workflow_run", "issue_comment", "issues"])
      expect(events).not.toContain(event);
  });

  it("ends every job by a time limit", () => {
    for (const [job, { "timeout-minutes": limit }] of jobsOf(file))
      expect(limit, job).toSatisfy((minutes: unknown) => typeof minutes === "number" && minutes <= 60);
  });

  it("leaves no credentials behind in a checkout", () => {
    const checkouts = stepsOf(file).filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
    for (const { step } of checkouts) expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  it("lets one run of a kind go at a time", () => {
    expect(parse(text(file))).toMatchObject({ concurrency: { group: expect.any(String) } });
  });

  it("hands a secret to single steps only, and to actions or environments alone", () => {
    const raw = parse(text(file)) as { env?: object; jobs: Record<string, { env?: object }> };
    const wide = JSON.stringify([raw.env ?? {}, Object.values(raw.jobs).map(({ env }) => env ?? {})]);
    expect(wide).not.toMatch(/secrets\.|github\.token/);
  });

  it("needs only jobs that stand above", () => {
    const seen = new Set<string>();
    for (const [id, { needs }] of jobsOf(file)) {
      expect(needs.filter((need) => !seen.has(need))).toEqual([]);
      seen.add(id);
    }
  });
});

describe("refresh.yml", () => {
  const file = ".github/workflows/refresh.yml";

  it("runs daily off the hour, by hand with its inputs, and when a team's files are pushed", () => {
    const { on } = parse(text(file)) as {
      on: { schedule: { cron: string }[]; workflow_dispatch: { inputs: object }; push: { paths: string[] } };
    };
    expect(on.schedule[0]!.cron).toMatch(/^([1-9]|[1-5]\d) \d+ \* \* \*$/);
    expect(Object.keys(on.workflow_dispatch.inputs)).toEqual(["team", "rebuild", "accept-shrink", "dry-run"]);
    expect(on.push.paths).toContain("data/teams/**");
  });

  it("writes steps of one name alike in every job, so that one team and many are published in the same way", () => {
    const byName = Map.groupBy(
      stepsOf(file).filter(({ job }) => job !== "collect"),
      ({ step }) => step.name,
    );
    for (const [name, list] of byName)
      for (const { step } of list) expect(step, String(name)).toEqual(list[0]!.step);
    expect([...byName.values()].filter((list) => list.length > 1).length).toBeGreaterThan(10);
  });

  it("keeps the right to write away from the jobs that read the teams side by side", () => {
    const jobs = Object.fromEntries(jobsOf(file));
    expect(jobs.collect!.permissions).toEqual({ contents: "read", issues: "read" });
    expect(jobs.deploy!.permissions).toEqual({ pages: "write", "id-token": "write" });
    expect(jobs.deploy!.steps).toHaveLength(1);
  });
});
