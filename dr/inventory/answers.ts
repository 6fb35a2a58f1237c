/** A value that AWS always gives, though its types say that it may not. */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("AWS left out an identifier that it always gives.");
  return value;
}

/** What was asked for; undefined when AWS answers, by one of these error names, that there is none. */
export async function unlessAbsent<T>(asked: Promise<T>, ...absent: readonly string[]): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && absent.includes(error.name)) return undefined;
    throw error;
  }
}

/** A list whose order has a meaning: parity compares other lists as sets. */
export const ordered = <T>(list: readonly T[] = []): Record<string, T> =>
  Object.fromEntries(list.map((one, index) => [String(index + 1).padStart(3, "0"), one]));
