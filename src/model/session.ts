/** One refinement session: person-hours are minutes × people ÷ 60. */
export type Session = { day: string; minutes: number; people: number };
