import { showPlain } from "../../config/show.ts";

const LONGEST = 300;

export type Redact = (text: string) => string;

/**
 * Makes words of the server fit for a message: without the token, whatever of it the server sent back, cut, and with
 * nothing that moves a cursor. The token goes first: cutting could leave half of it.
 */
export const redactor =
  (token: string): Redact =>
  (text) => {
    const forms = [token, encodeURIComponent(token), Buffer.from(token).toString("base64")];
    const hidden = forms.reduce((rest, form) => rest.replaceAll(form, "[token]"), text);
    return showPlain(hidden, LONGEST);
  };
