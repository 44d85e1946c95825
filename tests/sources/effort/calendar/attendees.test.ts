import { describe, expect, test } from "vitest";
import { event, ics, readText } from "../effort-file.ts";

const HOUR = ["DTSTART:20260305T100000Z", "DTEND:20260305T110000Z"];
const peopleOf = async (...lines: string[]): Promise<number[]> =>
  (await readText(ics(event(...HOUR, ...lines)))).sessions.map(({ people }) => people);

const ann = (more = "") => `ATTENDEE;CN="Ann: E; x"${more}:mailto:ann@example.com`;
const bob = (more = "") => `ATTENDEE;CN=Bob${more}:mailto:bob@example.com`;

describe("the people of an event", () => {
  test("are its attendees; without any it is one person's", async () => {
    expect(await peopleOf()).toEqual([1]);
    expect(await peopleOf(ann(), bob())).toEqual([2]);
  });

  test("are not those who declined, but those who have not answered or are not sure", async () => {
    expect(await peopleOf(ann(";PARTSTAT=DECLINED"), bob())).toEqual([1]);
    expect(await peopleOf(ann(";PARTSTAT=declined"), bob(";PARTSTAT=NEEDS-ACTION"))).toEqual([1]);
    expect(await peopleOf(ann(";PARTSTAT=TENTATIVE"), bob(";PARTSTAT=ACCEPTED"))).toEqual([2]);
  });

  test("are nobody when everybody declined: then there is no session", async () => {
    expect(await peopleOf(ann(";PARTSTAT=DECLINED"), bob(";PARTSTAT=DECLINED"))).toEqual([]);
  });

  test("are neither rooms nor equipment", async () => {
    const room = "ATTENDEE;CUTYPE=ROOM;CN=Attic:mailto:attic@example.com";
    const beamer = "ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@example.com";
    expect(await peopleOf(ann(";CUTYPE=INDIVIDUAL"), room, beamer, bob())).toEqual([2]);
    expect(await peopleOf(room)).toEqual([1]);
  });

  test("hold the organiser only where listed, and nobody twice", async () => {
    const organiser = "ORGANIZER;CN=Ann:mailto:ann@example.com";
    expect(await peopleOf(organiser, bob())).toEqual([1]);
    expect(await peopleOf(organiser, ann(), bob())).toEqual([2]);
    expect(await peopleOf(ann(), "ATTENDEE:MAILTO:Ann@Example.com", bob())).toEqual([2]);
  });

  test("are read over folded lines, and with a quote that is never closed", async () => {
    expect(
      await peopleOf("ATTENDEE;CN=Ann;PARTST\r\n AT=DECL\r\n\tINED:mailto:ann@example.com", bob()),
    ).toEqual([1]);
    expect(await peopleOf('ATTENDEE;CN="Ann;PARTSTAT=DECLINED:mailto:ann@example.com', bob())).toEqual([1]);
  });

  test("are not those of a reminder inside the event", async () => {
    const alarm = [
      "BEGIN:VALARM",
      "ATTENDEE:mailto:a@example.com",
      "ATTENDEE:mailto:b@example.com",
      "END:VALARM",
    ];
    expect(await peopleOf(...alarm)).toEqual([1]);
  });

  test("never get out, whatever happens to be wrong", async () => {
    const read = await readText(
      ics(
        event("SUMMARY:Refinement of secret", ann(), "DTSTART:20260305T100000Z", "RRULE:FREQ=secret"),
        event(
          "SUMMARY:Refinement of secret",
          bob(),
          "DTSTART;TZID=secret:20260305T100000",
          "DURATION:PT1H",
          "EXDATE:secret",
        ),
        event("SUMMARY:Refinement of secret", "DTSTART:secret"),
        event("SUMMARY:Refinement of secret", ...HOUR, "RRULE:secret"),
      ),
    );
    expect(JSON.stringify(read)).not.toMatch(/secret|Ann:|Bob|example/);
    expect(read.sessions).toHaveLength(1);
    expect(read.problems).toHaveLength(5);
  });
});
