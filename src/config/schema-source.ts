import { z } from "zod";
import { EXPORT_FORMATS, OWN_COLUMNS, type OwnColumn } from "./export-formats.ts";
import { timeZone } from "./time-values.ts";
import { choice, text, textOrTexts, whole } from "./values.ts";
import { worded } from "./wording.ts";

const isWebAddress = (address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") && !/\s/u.test(address);
};

/** A token goes to this address, so it leaves the machine encrypted only. */
const isSafeApi = (address: string): boolean => {
  const url = URL.parse(address);
  if (url === null || url.username !== "" || url.password !== "") return false;
  return (
    url.protocol === "https:" ||
    (url.protocol === "http:" && /^(localhost|127\.0\.0\.1|\[::1\])$/u.test(url.hostname))
  );
};

const link = worded(
  z.string().refine((address) => isWebAddress(address) && address.split("{id}").length === 2),
  'a web address that holds {id} once, such as "https://tracker.example/browse/{id}"',
);

const api = worded(z.string().refine(isSafeApi), 'an https address such as "https://github.example/api/v3"');

const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/u;

const heading = textOrTexts("a heading");

const columns = worded(
  z.strictObject({
    ...(Object.fromEntries(
      Object.entries(OWN_COLUMNS).map(([name, purpose]) => [name, heading.optional().describe(purpose)]),
    ) as Record<OwnColumn, z.ZodOptional<typeof heading>>),
    id: heading.describe(OWN_COLUMNS.id),
  }),
  "headings by column such as { id: Key, status: State, estimate: Points }",
);

/** A column map is for tables of no known format, and those need one. */
const fits = (given: { format: string; columns?: unknown }): boolean =>
  (given.format === "custom") === (given.columns !== undefined);

const exportsSchema = worded(
  z
    .strictObject({
      format: choice(EXPORT_FORMATS)
        .default("auto")
        .describe("Which tracker wrote the files; auto tells it from their content, custom goes by columns."),
      columns: columns
        .optional()
        .describe("With format: custom, the headings of the table by what they stand for."),
      order: choice(["rows"])
        .optional()
        .describe("Where it is rows, the rows of the files stand in the order of the backlog."),
      timezone: timeZone()
        .optional()
        .describe("Zone of the wall-clock times inside the files; without it the team's."),
      dates: choice(["day-first", "month-first"])
        .optional()
        .describe("How 03/04/2026 is read, where the files themselves don't show it."),
      link: link.optional().describe("Address of an item in the tracker, with {id} in the place of its id."),
    })
    .refine(fits),
  "settings of the exports, or nothing for the defaults",
  {
    refuse: (found) =>
      typeof found === "object" && found !== null && "columns" in found
        ? "columns are read with format: custom only"
        : typeof found === "object" && found !== null && "format" in found && found.format === "custom"
          ? "format: custom needs columns, such as columns: { id: Key, status: State }"
          : null,
  },
);

const githubSchema = worded(
  z.strictObject({
    repository: worded(z.string().regex(REPOSITORY), 'a repository as "owner/name"').describe(
      "The repository whose issues are the team's items, as owner/name.",
    ),
    project: worded(
      z.strictObject({
        owner: text("an account name").describe("The account or organisation that owns the board."),
        number: whole(1).describe("The board's number, as in its address."),
      }),
      "a board such as { owner: acme, number: 4 }",
    )
      .optional()
      .describe("The board that gives the items their order and fields."),
    api: api.optional().describe("Address of the API of a GitHub of one's own."),
  }),
  "a repository such as { repository: acme/shop }",
);

/** `source`: where the items come from, exactly one kind. */
export const sourceSchema = worded(
  z.union([
    worded(
      z.strictObject({
        exports: exportsSchema
          .nullable()
          .describe("Tracker exports in the team's folder exports/, one file per observation."),
      }),
      '"exports"',
    ),
    worded(z.strictObject({ github: githubSchema.describe("Issues of a GitHub repository.") }), '"github"'),
  ]),
  '"exports" or "github"',
);
