import { GraphQLError } from "graphql";

/** An error with the `type` that GitHub puts beside its message. */
export const githubError = (type: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { type } });

export const unresolvedNode = (id: string): GraphQLError =>
  githubError("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
