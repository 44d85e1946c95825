export type EpicId =
  | "timetable"
  | "booking"
  | "vehicles"
  | "payments"
  | "boarding"
  | "office"
  | "notices"
  | "access";

type EpicTexts = { title: string; why: readonly string[]; criteria: readonly string[] };

/** The epics of the team, with the sentences from which the descriptions of their items are put together. */
export const epics: Readonly<Record<EpicId, EpicTexts>> = {
  timetable: {
    title: "Timetable and sailings",
    why: [
      "Most visitors only want to know when the next ferry leaves.",
      "The paper timetable is out of date by June.",
      "Travellers ring the office for what the page could tell them.",
    ],
    criteria: [
      "Times are shown in the pier's own time",
      "A sailing that has left is no longer shown",
      "Works for a line with a single sailing a day",
      "Cancelled sailings stay visible and are marked",
      "Readable on a phone in sunlight",
      "The page still answers when the timetable service is down",
    ],
  },
  booking: {
    title: "Passenger booking",
    why: [
      "Three of four bookings still come in by phone.",
      "People give up when a form asks for too much.",
      "Families travel together and want to book together.",
    ],
    criteria: [
      "The seat count goes down by the number of passengers",
      "A full sailing can't be chosen",
      "The passenger can go back a step without losing anything",
      "The confirmation names date, pier and price",
      "A booking in the past is refused with a clear sentence",
      "Works without an account",
    ],
  },
  vehicles: {
    title: "Vehicles and deck space",
    why: [
      "The deck is small and every metre counts.",
      "The ramp crew measures by eye today.",
      "Drivers who don't fit find out at the ramp.",
    ],
    criteria: [
      "Deck space is never sold twice",
      "Length includes the trailer",
      "The driver travels with the vehicle's booking",
      "A vehicle that doesn't fit is told before paying",
      "The ramp crew sees the change within a minute",
    ],
  },
  payments: {
    title: "Payments and refunds",
    why: [
      "The office counts cash and slips every evening.",
      "Refunds by bank transfer take a week.",
      "The accountant needs each amount once and only once.",
    ],
    criteria: [
      "The amount equals the price shown before",
      "A failed payment leaves no booking behind",
      "A refund goes back the way the money came",
      "Each payment is in the daily list with its reference",
      "No card number is ever stored by us",
    ],
  },
  boarding: {
    title: "Boarding and check-in",
    why: [
      "Boarding forty people takes longer than the turn-round allows.",
      "The outer piers have no network.",
      "The skipper must know how many people are on board.",
    ],
    criteria: [
      "A code is good for one boarding",
      "Works for ten minutes without a network",
      "The count on board is right after a mistake is undone",
      "The crew can work it with gloves on",
      "A code for another sailing is refused and says which",
    ],
  },
  office: {
    title: "Operator's office",
    why: [
      "The office keeps three spreadsheets that never agree.",
      "Changes are made while someone waits on the phone.",
      "A small line has one person for everything.",
    ],
    criteria: [
      "Only people of the office can do it",
      "A change is seen by passengers within a minute",
      "The last change can be undone",
      "The list can be printed on one page",
      "Numbers agree with the daily list",
    ],
  },
  notices: {
    title: "Disruptions and notices",
    why: [
      "In a storm the phone rings without a pause.",
      "Passengers stand at the pier and nobody tells them.",
      "Bad news is easier to take early.",
    ],
    criteria: [
      "Everyone with a booking is told once",
      "The text fits into one message",
      "Nobody without a booking is told",
      "The notice says what the passenger can do next",
      "The office sees who could not be reached",
    ],
  },
  access: {
    title: "Travel for everyone",
    why: [
      "A step of ten centimetres decides who can travel.",
      "The crew wants to know beforehand who needs a hand.",
      "Many of our passengers are over seventy.",
    ],
    criteria: [
      "Works with a screen reader",
      "Nothing is told by colour alone",
      "The crew sees the wish on the passenger list",
      "Asks for no reason",
      "Tried out with two passengers who need it",
    ],
  },
};

export const subTaskTitles: readonly string[] = [
  "Agree the wording with the office",
  "Prepare test data for three lines",
  "Write the service side",
  "Build the page",
  "Try it out on the pier's tablet",
  "Update the help page",
];

/** The description of the n-th item: its reason, and once refined, acceptance criteria under a heading of their own. */
export function describe(epic: EpicId, n: number, stage: "none" | "why" | "criteria"): string {
  const { why, criteria } = epics[epic];
  const reason = why[n % why.length] ?? "";
  if (stage === "none") return "";
  if (stage === "why") return reason;
  const count = 2 + (n % 2);
  const chosen = Array.from({ length: count }, (_, k) => criteria[(n + k * 2) % criteria.length]);
  return [reason, "", "h3. Acceptance criteria", ...new Set(chosen.map((line) => `* ${line}`))].join("\n");
}
