import type { Plan } from "./plan.ts";
import { asItIs, MAX_SIZE, type Setting, settle, typed } from "./setting.ts";

const BAND = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/u;

const numberIn = (query: URLSearchParams, name: string): number | null => typed(query.get(name) ?? "");

const bandIn = (query: URLSearchParams): [number, number] | null => {
  const ends = BAND.exec(query.get("band") ?? "");
  return ends === null ? null : [Number(ends[1]), Number(ends[2])];
};

/** The setting that an address asks for; what it says wrongly is as it is. */
export const readAddress = (search: string, plan: Plan): Setting => {
  const query = new URLSearchParams(search);
  const usual = asItIs(plan);
  const without = (query.get("without") ?? "").split(",");
  return settle(
    {
      velocity: numberIn(query, "velocity"),
      sprints: numberIn(query, "sprints") ?? usual.sprints,
      people: numberIn(query, "people"),
      inProportion: query.get("velocity-with-people") === "yes",
      band: bandIn(query) ?? usual.band,
      without,
      maxSize: without.includes(MAX_SIZE) ? null : (numberIn(query, "max") ?? usual.maxSize),
    },
    plan,
  );
};

/**
 * A setting as the query of an address; empty where everything is as it is.
 * @example writeAddress({ …, velocity: 22, without: ["estimate"] }, plan) // "?velocity=22&without=estimate"
 */
export const writeAddress = (setting: Setting, plan: Plan): string => {
  const usual = asItIs(plan);
  const { velocity, sprints, people, inProportion, band, maxSize } = setting;
  const without = [...setting.without, ...(maxSize === null && usual.maxSize !== null ? [MAX_SIZE] : [])];
  const parts = [
    velocity === null ? null : `velocity=${velocity}`,
    sprints === usual.sprints ? null : `sprints=${sprints}`,
    people === null ? null : `people=${people}`,
    inProportion ? "velocity-with-people=yes" : null,
    band.join() === usual.band.join() ? null : `band=${band.join("-")}`,
    without.length === 0 ? null : `without=${without.map(encodeURIComponent).join(",")}`,
    maxSize === null || maxSize === usual.maxSize ? null : `max=${maxSize}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
};
