/** An object that a state manages. */
export interface StateObject {
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** An object of the source, and what the recovery has at the same address. */
export interface StatePair {
  readonly source: StateObject;
  readonly recovered: StateObject;
}
