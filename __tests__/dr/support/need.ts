/** A value that AWS always gives, though its types say that it may be missing. */
export function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("AWS left out what it always gives");
  return value;
}
