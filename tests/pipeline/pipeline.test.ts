import { existsSync, readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { jiraCsv, type Row, TEAM, workspace } from "./workspace.ts";

const AS_OF = ["--as-of", "2026-02-20T12:00:00Z"];
const work: ReturnType<typeof workspace>[] = [];
const open = () => {
  const space = workspace();
  work.push(space);
  return space;
};
afterEach(() => {
  for (const space of work.splice(0)) space.remove();
});

const rows = (count: number): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `SHOP-${index + 1}`,
    rank: `0|i${String(index).padStart(5, "0")}:`,
    points: "3",
  }));

const team = () => {
  const space = open();
  space.write("teams/checkout/team.yaml", TEAM);
  space.write("teams/checkout/exports/2026-01-07.csv", jiraCsv(rows(10)));
  return space;
};

describe("collecting and reporting", () => {
  it("leaves every byte of the store alone when it runs a second time", async () => {
    const space = team();
    expect(await space.run("collect", { args: AS_OF })).toMatchObject({ code: 0 });
    const first = space.digest();
    expect(await space.run("collect", { args: AS_OF })).toMatchObject({ code: 0 });
    expect(space.digest()).toBe(first);
  });

  it("counts no move when rows are only added, and the fewest when one is dragged", async () => {
    const space = team();
    const added: Row = { key: "SHOP-99", rank: "0|i00003~", points: "1" };
    space.write("teams/checkout/exports/2026-01-14.csv", jiraCsv([...rows(10), added]));
    const dragged = [...rows(10), added].map((row) =>
      row.key === "SHOP-10" ? { ...row, rank: "0|a:" } : row,
    );
    space.write("teams/checkout/exports/2026-01-21.csv", jiraCsv(dragged.reverse()));
    await space.run("collect", { args: AS_OF });
    await space.run("report", { args: AS_OF });
    const seen = space.report("checkout").observations;
    expect(seen.map(({ items, survivors, moves }) => [items, survivors, moves])).toEqual([
      [10, null, null],
      [11, 10, 0],
      [11, 11, 1],
    ]);
  });

  it("takes an older export that is added later into its right place", async () => {
    const [one, two] = [team(), team()];
    const older = jiraCsv(rows(9));
    one.write("teams/checkout/exports/2026-01-06.csv", older);
    await one.run("collect", { args: AS_OF });
    await two.run("collect", { args: AS_OF });
    two.write("teams/checkout/exports/2026-01-06.csv", older);
    await two.run("collect", { args: AS_OF });
    expect(two.digest()).toBe(one.digest());
  });

  it("holds back an export from which more than a fifth of the open items are missing, until told otherwise", async () => {
    const space = team();
    space.write("teams/checkout/exports/2026-01-14.csv", jiraCsv(rows(7)));
    await space.run("collect", { args: AS_OF });
    await space.run("report", { args: AS_OF });
    expect(space.report("checkout").observations).toHaveLength(1);
    expect(space.report("checkout").quality.map(({ id }) => id)).toContain("observation-held");
    await space.run("collect", { args: [...AS_OF, "--accept-shrink"] });
    await space.run("report", { args: AS_OF });
    expect(space.report("checkout").observations).toHaveLength(2);
  });

  it.each([
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), "PNG picture"],
    ["a login page", "<!DOCTYPE html><html><body>Log in</body></html>", "login page"],
    ["a table of something else", "a,b,c\n1,2,3\n", "of no known export"],
    ["a cut download", jiraCsv(rows(3)).slice(0, -30), "the last row ends"],
  ])("names %s saved as .csv and changes nothing", async (_, content, words) => {
    const space = team();
    await space.run("collect", { args: AS_OF });
    const before = space.digest();
    space.write("teams/checkout/exports/2026-01-14.csv", content);
    const ran = await space.run("collect", { args: AS_OF });
    expect(ran.code).toBe(1);
    expect(ran.output).toContain("teams/checkout/exports/2026-01-14.csv:");
    expect(ran.output).toContain(words);
    expect(space.digest()).toBe(before);
  });

  it.each([
    ["an empty file", "", "the file is empty"],
    ["blank rows", ",,,\n,,,\n", "the file is empty"],
    ["headings without rows", jiraCsv([]), "headings and no rows"],
    ["epics alone, without a key", jiraCsv([{ key: "" }, { key: "" }]), "none of its 2 rows is an item"],
  ])("holds back %s, names it, and takes the other exports", async (_, content, words) => {
    const [clean, space] = [team(), team()];
    space.write("teams/checkout/exports/2026-01-14.csv", content);
    for (const one of [clean, space]) one.write("teams/checkout/exports/2026-01-21.csv", jiraCsv(rows(11)));
    const ran = await space.run("collect", { args: AS_OF });
    expect(ran.code).toBe(0);
    expect(ran.output).toContain("held back: it holds no item");
    expect(ran.output).toMatch(new RegExp(`exports/2026-01-14\\.csv:1 › .*${words}`));
    const first = space.digest();
    await space.run("collect", { args: [...AS_OF, "--accept-shrink"] });
    expect(space.digest()).toBe(first);
    await clean.run("collect", { args: AS_OF });
    for (const one of [clean, space])
      expect(await one.run("report", { args: AS_OF })).toMatchObject({ code: 0 });
    const [wanted, report] = [clean.report("checkout"), space.report("checkout")];
    expect(report.observations).toEqual(wanted.observations);
    expect(report.metrics).toEqual(wanted.metrics);
    expect(report.quality).toContainEqual(
      expect.objectContaining({ id: "observation-held", where: ["exports/2026-01-14.csv"] }),
    );
  });

  it("gives four located errors for four mistakes, and exits with 1", async () => {
    const space = team();
    const wrong = TEAM.replace("Europe/Berlin", "Europe/Berln")
      .replace("every: 1 week", "evry: 1 week")
      .replace("estimate: true", "estimat: true");
    space.write("teams/checkout/team.yaml", `${wrong}band: [3, 2]\n`);
    const ran = await space.run("collect", { args: AS_OF });
    const errors = ran.output.trim().split("\n");
    expect(ran.code).toBe(1);
    expect(errors).toHaveLength(4);
    for (const error of errors) expect(error).toMatch(/team\.yaml:\d+ › /);
  });

  it("points the Actions log at the very line", async () => {
    const space = team();
    space.write("teams/checkout/exports/2026-01-14.csv", "<!DOCTYPE html><html>Log in</html>");
    const ran = await space.run("collect", { args: AS_OF, env: { GITHUB_ACTIONS: "true" } });
    expect(ran.output).toMatch(/^::error file=.*2026-01-14\.csv,line=1::/m);
  });

  it("names a damaged line of the store and writes nothing", async () => {
    const space = team();
    await space.run("collect", { args: AS_OF });
    space.write(
      "store/checkout/changes/2026-01.jsonl",
      `{"run":1,"at":"2026-01-07T22:59:59Z","id":"SHOP-1",\n`,
    );
    const before = space.digest();
    const ran = await space.run("collect", { args: AS_OF });
    expect(ran.code).toBe(1);
    expect(ran.output).toContain("changes/2026-01.jsonl:1 › damaged line");
    expect(space.digest()).toBe(before);
  });

  it("leaves a store that loads, wherever it is killed", async () => {
    const wanted = team();
    await wanted.run("collect", { args: AS_OF });
    const clean = wanted.digest();
    for (const kill of [60, 90, 120, 140, 160, 180, 200, 230, 260, 300]) {
      const space = team();
      await space.run("collect", { args: AS_OF, kill });
      expect(await space.run("collect", { args: AS_OF })).toMatchObject({ code: 0 });
      expect(space.digest()).toBe(clean);
    }
  });

  it("does not look at what lies after as-of", async () => {
    const space = team();
    space.write("teams/checkout/exports/2026-03-01.csv", jiraCsv(rows(12)));
    await space.run("collect", { args: AS_OF });
    await space.run("report", { args: AS_OF });
    expect(space.report("checkout").observations).toHaveLength(1);
  });

  it("keeps titles out of the store and the report unless the team publishes them", async () => {
    const space = team();
    await space.run("collect", { args: AS_OF });
    await space.run("report", { args: AS_OF });
    expect(JSON.stringify(space.report("checkout"))).not.toContain("Title of");
    expect(readFileSync(space.path("store/checkout/items.jsonl"), "utf8")).not.toContain("Title of");
    space.write("teams/checkout/team.yaml", `${TEAM}publish: { titles: true }\n`);
    await space.run("collect", { args: AS_OF });
    expect(readFileSync(space.path("store/checkout/items.jsonl"), "utf8")).toContain("Title of SHOP-1");
  });

  it("says how it is used, and exits with 2 on a wrong option", async () => {
    const space = open();
    expect(await space.run("collect", { args: ["--help"] })).toMatchObject({
      code: 0,
      output: expect.stringContaining("Exit codes"),
    });
    expect(await space.run("collect", { args: ["--nonsense"] })).toMatchObject({ code: 2 });
    expect(await space.run("collect", { args: ["--as-of", "yesterday"] })).toMatchObject({ code: 2 });
  });

  it("doctors a team without writing anything", async () => {
    const space = team();
    const ran = await space.run("check", { args: AS_OF });
    expect(ran).toMatchObject({ code: 0, output: expect.stringContaining("10 rows, 10 kept") });
    expect(existsSync(space.path("store"))).toBe(false);
    space.write("teams/checkout/exports/2026-01-14.csv", jiraCsv([]));
    expect(await space.run("check", { args: AS_OF })).toMatchObject({
      code: 0,
      output: expect.stringContaining("0 rows, no item; it would be held back"),
    });
  });
});
