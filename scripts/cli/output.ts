import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";

/** The runner's own form for values of any content: a line of the value can never pass for a name of its own. */
const block = (name: string, value: string): string => {
  const mark = `end-${randomUUID()}`;
  return `${name}<<${mark}\n${value}\n${mark}\n`;
};

const append = (file: string | undefined, values: Readonly<Record<string, string>>): void => {
  if (file === undefined || file === "") return;
  for (const [name, value] of Object.entries(values)) appendFileSync(file, block(name, value));
};

/** Hands values to later steps of a GitHub Actions job; elsewhere nobody is told. */
export const tellSteps = (values: Readonly<Record<string, string>>): void =>
  append(process.env.GITHUB_OUTPUT, values);

/** Sets variables for every later step of the job. */
export const setForSteps = (values: Readonly<Record<string, string>>): void =>
  append(process.env.GITHUB_ENV, values);
