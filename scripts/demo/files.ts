import papaparse from "papaparse";
import { fileInstant } from "./calendar.ts";
import { simulate } from "./simulate.ts";
import { writeTeamYaml } from "./team-yaml.ts";

/** Every file of the demo team: path inside the team's folder → text. */
export function demoFiles(): Map<string, string> {
  const { exports, sessions } = simulate();
  const files = new Map<string, string>([["team.yaml", writeTeamYaml()]]);
  for (const { at, csv } of exports) files.set(`exports/${fileInstant(at)}.csv`, csv);
  files.set("refinement/sessions.csv", `${papaparse.unparse(sessions, { newline: "\n" })}\n`);
  return files;
}
