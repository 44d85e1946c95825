import { ageWords } from "./text/age.ts";

/** Says beside each "data as of" how old the data is by the reader's clock. */
export const showDataAge = (page: ParentNode, now: number): void => {
  for (const place of page.querySelectorAll<HTMLElement>("[data-age-of]")) {
    const words = ageWords(Date.parse(place.dataset.ageOf ?? ""), now);
    place.textContent = words === null ? "" : `${words} old`;
  }
};
