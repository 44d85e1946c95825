/** A request that the fake received. */
export interface FakeRequest {
  /** 1 for the first request since the fake began. */
  readonly nth: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly token: string | null;
  /** Name of the operation, of a GraphQL request. */
  readonly operation: string | null;
  readonly query: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Points that the query costs by the formula; 0 for REST and for what was not run. */
  points: number;
  /** What it was answered; 0 where the connection failed. */
  status: number;
}
