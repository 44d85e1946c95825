import { fold } from "../../lib/text.ts";
import type { Problem } from "../../model/observation.ts";
import type { Session } from "../../model/session.ts";
import { defineEffort } from "./define.ts";

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const positive = (text: string): number | null => {
  const value = Number(text.trim().replace(",", "."));
  return text.trim() !== "" && Number.isFinite(value) && value > 0 ? value : null;
};

/** A session log: `date,minutes,people[,note]`, one refinement session a line; all of it is refinement. */
export const sessionLog = defineEffort({
  id: "session-log",
  title: "session log",
  example: "date, minutes, people, note",
  recognises: (names) => ["date", "minutes", "people"].every((name) => names.has(name)),
  read: async ({ file, table }) => {
    const names = table.header.map(fold);
    const [date, minutes, people] = ["date", "minutes", "people"].map((name) => names.indexOf(name)) as [
      number,
      number,
      number,
    ];
    const sessions: Session[] = [];
    const problems: Problem[] = [];
    await table.read(({ line, cells }) => {
      if (cells.every((cell) => cell.trim() === "")) return;
      const day = (cells[date] ?? "").trim();
      const [time, heads] = [positive(cells[minutes] ?? ""), positive(cells[people] ?? "")];
      const wrong = !isDay(day)
        ? "date (2026-03-05)"
        : time === null
          ? "minutes (a number over 0)"
          : heads === null
            ? "people (a number over 0)"
            : null;
      if (wrong)
        problems.push({
          id: "session-unreadable",
          where: `${file}:${line}`,
          text: `no readable ${wrong}; the session is not counted`,
        });
      else sessions.push({ day, minutes: time!, people: heads! });
    });
    return { sessions, problems };
  },
});
