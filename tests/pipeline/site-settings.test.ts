import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jiraCsv, TEAM, workspace } from "./workspace.ts";

const TITLE = `Teams & <b>"friends"</b>`;
const rows = Array.from({ length: 8 }, (_, index) => ({
  key: `SHOP-${index + 1}`,
  rank: `0|i${index}:`,
  points: "3",
  ...(index < 4
    ? { status: "Done", category: "Done", resolved: `${8 + 7 * (index % 3)}/Jan/26 9:00 AM` }
    : {}),
}));

describe("data/site.yaml", () => {
  const space = workspace();
  const page = (path: string): string => readFileSync(join(space.folder, "dist", path), "utf8");
  const args = ["--as-of", "2026-01-27T12:00:00Z", "--out", join(space.folder, "dist")];

  beforeAll(async () => {
    space.write("teams/checkout/team.yaml", `${TEAM}publish: { titles: true }\n`);
    for (const day of ["06", "13", "20", "26"])
      space.write(`teams/checkout/exports/2026-01-${day}.csv`, jiraCsv(rows));
    space.write(
      "site.yaml",
      `title: ${JSON.stringify(TITLE)}\nlocale: de-DE\npublish: { titles: false, links: false }\n`,
    );
    expect(await space.run("refresh", { args })).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(() => space.remove());

  it("names the site in the head of every page and in the feed, as text", () => {
    const escaped = "Teams &amp; &lt;b&gt;&quot;friends&quot;&lt;/b&gt;";
    const titleOf = (path: string) => /<title>(.*?)<\/title>/u.exec(page(path))?.[1];
    expect(titleOf("index.html")).toBe(escaped);
    expect(titleOf("teams/checkout/index.html")).toBe(`Checkout – ${escaped}`);
    expect(titleOf("404.html")).toContain(escaped);
    expect(titleOf("feed.xml")).toContain("Teams &amp; &lt;b&gt;");
  });

  it("writes numbers and dates by its locale, and says so to the page's scripts", () => {
    const team = page("teams/checkout/index.html");
    expect(/<html[^>]*>/u.exec(team)?.[0]).toBe(`<html lang="en" data-locale="de-DE">`);
    expect(/[\d.,]+ items a sprint/u.exec(team)?.[0]).toBe("1,3 items a sprint");
    expect(/Data as of <time[^>]*>([^<]*)</u.exec(team)?.[1]).toBe("Mo., 26. Jan. 2026, 23:59 Berlin time");
  });

  it("keeps the numbers for machines as they are", () => {
    const csv = page("teams/checkout/velocity.csv");
    expect(csv).not.toContain(";");
    const { metrics } = JSON.parse(page("api/teams/checkout.json"));
    expect(metrics["ready-depth"].value).toBeTypeOf("number");
  });

  it("lets no team show titles, though its own file asks for them", () => {
    for (const path of ["index.html", "teams/checkout/index.html", "api/teams/checkout.json"])
      expect(page(path)).not.toContain("Title of");
    expect(page("teams/checkout/index.html")).toContain("SHOP-5");
  });

  it("that is wrong makes the run fail, and the teams are shown without titles", async () => {
    space.write("site.yaml", "publish: { title: true }\n");
    const { code, output } = await space.run("refresh", { args });
    expect(code).toBe(1);
    expect(output).toContain(`site.yaml:1 › publish.title: expected one of the keys`);
    expect(page("teams/checkout/index.html")).toContain("SHOP-5");
    expect(page("teams/checkout/index.html")).not.toContain("Title of");
  }, 120_000);
});
