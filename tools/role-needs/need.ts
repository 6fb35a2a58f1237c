/** An action that somebody must be allowed, with what is known of the request. */
export interface Need {
  readonly action: string;
  /** An ARN, in which `{account}` and `{prefix}`, the first part of a region's names, stand for any. */
  readonly resource?: string;
  /** What AWS tells of the request, by condition key. */
  readonly context?: Readonly<Record<string, string>>;
}

/** The same needs once each, sorted. */
export function distinct(needs: readonly Need[]): Need[] {
  const found = new Map(needs.map((need) => [said(need), need]));
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, need]) => need);
}

/** A need in a line: what is the same in two needs is the same in their lines. */
export const said = ({ action, resource = "*", context = {} }: Need): string =>
  [action, resource, ...Object.entries(context).map(([key, value]) => `${key}=${value}`)].join(" ");
