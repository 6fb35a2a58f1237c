/** A hash that changes whenever a source is changed, added, removed or renamed. */
export function fingerprint(root: string): string;
