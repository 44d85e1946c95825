import { byId } from "../lookup.ts";
import type { IssueField, Label, Milestone, Who, WorldState } from "../state.ts";
import type { Scene, View } from "./scene.ts";

const SITE = "https://github.example";

/** A person or an app; `null` once the account is no more. In GraphQL an app's login has no `[bot]`. */
export const actorView = ({ state }: Scene, login: Who): View | null => {
  if (login === null || state.deletedAccounts.has(login)) return null;
  const bare = login.replace(/\[bot\]$/, "");
  const url = `${SITE}/${bare}`;
  return {
    __typename: bare === login ? "User" : "Bot",
    id: `U_${bare}`,
    login: bare,
    url,
    resourcePath: `/${bare}`,
  };
};

export const labelView = ({ id, name }: Label): View => ({ __typename: "Label", id, name, color: "ededed" });

export const milestoneView = ({ deleted: _, ...milestone }: Milestone): View => ({
  __typename: "Milestone",
  ...milestone,
  closed: milestone.state === "CLOSED",
  description: null,
});

export const typeView = (state: WorldState, id: string): View => ({
  __typename: "IssueType",
  ...byId(state.types, id),
  isEnabled: true,
});

const FIELD_TYPES: Readonly<Record<IssueField["dataType"], string>> = {
  NUMBER: "IssueFieldNumber",
  SINGLE_SELECT: "IssueFieldSingleSelect",
  TEXT: "IssueFieldText",
  DATE: "IssueFieldDate",
};

export const fieldView = (state: WorldState, id: string): View => {
  const { name, dataType, options, createdAt } = byId(state.fields, id);
  return {
    __typename: FIELD_TYPES[dataType],
    id,
    name,
    dataType,
    createdAt,
    description: null,
    visibility: "ALL",
    options: options.map((option) => ({ __typename: "IssueFieldSingleSelectOption", ...option })),
  };
};

/** The value that an issue has in one of the organization's issue fields. */
export const fieldValueView = (state: WorldState, [id, value]: readonly [string, string | number]): View => {
  const field = fieldView(state, id);
  const option = byId(state.fields, id).options.find(({ name }) => name === value);
  return {
    __typename: `${String(field.__typename)}Value`,
    id: `${id}_V`,
    field,
    value,
    name: String(value),
    optionId: option?.id ?? null,
    color: "GRAY",
    description: null,
  };
};
