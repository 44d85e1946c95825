import type { GithubSettings } from "../../../src/sources/github/settings.ts";

export const settings = (given: Partial<GithubSettings> = {}): GithubSettings =>
  Object.freeze({
    owner: "acme",
    repository: "shop",
    project: null,
    estimateField: null,
    estimateLabels: null,
    zeroIsSize: false,
    readyLabels: [],
    acceptanceHeadings: null,
    descriptionMin: 1,
    titles: null,
    sprintsFrom: null,
    sprintNames: [],
    ...given,
  });
