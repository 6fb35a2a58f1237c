/** A hash that changes whenever a source is changed, added, removed or renamed; one of the tests counts with `also` only. */
export function fingerprint(root: string, also?: readonly string[]): string;
