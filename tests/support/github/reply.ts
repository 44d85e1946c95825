/** What goes over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the connection fails, if it does: cut after half the body, reset before a byte, or never a word. */
  readonly fails?: "cut" | "reset" | "silence";
}

export const jsonReply = (
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Reply => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(body),
});

const DOCS = "https://docs.github.com/rest";

/** The short message that GitHub gives with a refusal. */
export const messageReply = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => jsonReply({ message, documentation_url: DOCS, status: String(status) }, { status, headers });
